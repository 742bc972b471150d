import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { slug } from '#platform/texte.ts'
import type { Fichier } from '#domaines/actions/exports/produire.server.ts'
import { lireHabillageImprime } from '#domaines/actions/queries/habillage.server.ts'
import { lireRencontres, nommerSeance } from '../queries/rencontres.server.ts'
import { composerFeuilles } from './composer-feuilles.ts'

/** The sheets and badges of express meetings as one accessible PDF; null when nothing is composed, or the meeting is not of this territory. */
export async function produireFeuilles(db: Tx, perimetre: Perimetre, seanceId: string): Promise<Fichier | null> {
  const [seance, rencontres, habillage] = [
    await nommerSeance(db, perimetre, seanceId),
    await lireRencontres(db, perimetre, seanceId),
    await lireHabillageImprime(db, perimetre)
  ]
  if (!seance || rencontres?.minutes == null) return null
  const { imprimer } = await import('#domaines/actions/exports/documents.server.ts')
  return {
    nom: `${slug(`rencontres express ${seance.instance} ${seance.jour}`)}.pdf`,
    octets: await imprimer(composerFeuilles(seance, rencontres, habillage), 'pdf')
  }
}
