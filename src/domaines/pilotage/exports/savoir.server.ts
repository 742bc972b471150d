import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { slug } from '#platform/texte.ts'
import type { Fichier } from '#domaines/actions/exports/produire.server.ts'
import { lireHabillageImprime } from '#domaines/actions/queries/habillage.server.ts'
import { lireSavoir } from '../queries/savoir.server.ts'
import { composerSavoir } from './composer-savoir.ts'

/** All that is held on a person as an accessible PDF, to be given to her when she asks (R-122); null when she is not of this territory. */
export async function produireSavoir(db: Tx, perimetre: Perimetre, personneId: string, quand: Date): Promise<Fichier | null> {
  const [lu, habillage] = [await lireSavoir(db, perimetre, personneId), await lireHabillageImprime(db, perimetre)]
  if (!lu) return null
  const { imprimer } = await import('#domaines/actions/exports/documents.server.ts')
  return {
    nom: `${slug(`ce que nous savons de ${lu.nom}`)}.pdf`,
    octets: await imprimer(composerSavoir(lu, quand, habillage), 'pdf')
  }
}
