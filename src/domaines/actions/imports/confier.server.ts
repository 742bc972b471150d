import { SYSTEME } from '#platform/acteur.ts'
import { lecture, type Db } from '#platform/db.server.ts'
import { executerDansUnFil } from '#platform/fil.server.ts'
import { log } from '#platform/log.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { suivreImport } from '../commands/imports.server.ts'
import { FIL_ROMPU } from '../libelles/imports.ts'
import { lireImport } from '../queries/imports.server.ts'
import { vaEncore } from '../regles/import.ts'
import { FIL, type TacheDuFil } from './taches.server.ts'

type AFaire = Omit<Extract<TacheDuFil, { acte: 'importer' }>, 'acte'>

/**
 * Does a large import in a thread. When the thread breaks, its connection goes with it, and the database undoes what it had written: the
 * page of the import says so. Never throws.
 */
export async function confierImport(db: Db, tache: AFaire, memoire?: number): Promise<void> {
  const { collectiviteId, id } = tache
  try {
    await executerDansUnFil(FIL, { acte: 'importer', ...tache } satisfies TacheDuFil, memoire)
  } catch (error) {
    log().error({ error: (error as Error).cause ?? error, id }, 'the thread of a large import broke')
    const perimetre = perimetreSysteme(collectiviteId)
    const suivi = await lecture(perimetre, (tx) => lireImport(tx, perimetre, id), db)
    if (suivi && vaEncore(suivi.etat))
      await suivreImport({ db, perimetre, acteur: SYSTEME }, { id, etat: 'echoue', message: `${FIL_ROMPU} Rien n’a été écrit.` })
  }
}
