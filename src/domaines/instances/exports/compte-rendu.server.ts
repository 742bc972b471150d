import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { slug } from '#platform/texte.ts'
import type { FormatDeDocument } from '#domaines/actions/exports/documents.server.ts'
import type { Fichier } from '#domaines/actions/exports/produire.server.ts'
import { lireHabillageImprime } from '#domaines/actions/queries/habillage.server.ts'
import { lireCompteRendu } from '../queries/compte-rendu.server.ts'
import { composerCompteRendu } from './composer-compte-rendu.ts'

/** The minutes of a meeting as Word or accessible PDF, in the colours of the territory; null when it is not of this territory. */
export async function produireCompteRendu(
  db: Tx,
  perimetre: Perimetre,
  seanceId: string,
  format: FormatDeDocument
): Promise<Fichier | null> {
  const [rendu, habillage] = await Promise.all([lireCompteRendu(db, perimetre, seanceId), lireHabillageImprime(db, perimetre)])
  if (!rendu) return null
  const { imprimer } = await import('#domaines/actions/exports/documents.server.ts')
  return {
    nom: `${slug(`compte rendu ${rendu.instance} ${rendu.jour}`)}.${format}`,
    octets: await imprimer(composerCompteRendu(rendu, habillage), format)
  }
}
