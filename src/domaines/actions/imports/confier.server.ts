import { SYSTEME } from '#platform/acteur.ts'
import { lecture, type Db } from '#platform/db.server.ts'
import { executerDansUnFil } from '#platform/fil.server.ts'
import { log } from '#platform/log.server.ts'
import type { Confiee } from '#platform/taches.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { suivreImport } from '../commands/imports.server.ts'
import { FIL_ROMPU } from '../libelles/imports.ts'
import { lireImport } from '../queries/imports.server.ts'
import { vaEncore } from '../regles/import.ts'
import { PLANS } from './taches.server.ts'

type AFaire = { adresse: string; collectiviteId: string; donnees: string; id: string }

/** Between two looks at whether somebody asked the import to stop, in milliseconds. */
const CADENCE = 1_000

/**
 * Does a large import in a thread. While the file is read, the thread hears nothing: a stop asked then ends it from here. When it breaks, its
 * connection goes with it, and the database undoes what it had written: the page of the import says so. Never throws.
 */
export async function confierImport(db: Db, { adresse, collectiviteId, donnees, id }: AFaire, memoire?: number): Promise<void> {
  const perimetre = perimetreSysteme(collectiviteId)
  const suivre = () => lecture(perimetre, (tx) => lireImport(tx, perimetre, id), db)
  const arret = new AbortController()
  const guet = setInterval(async () => {
    const suivi = await suivre().catch(() => null)
    // once it writes, the thread hears by itself, and knows whether it is done
    if (suivi?.arretDemande && suivi.total === 0) arret.abort()
  }, CADENCE)
  try {
    const confiee: Confiee = { adresse, collectiviteId, tache: 'importer', demandes: [donnees, id] }
    await executerDansUnFil(PLANS.fil, confiee, { memoire, arret: arret.signal })
  } catch (error) {
    if (!arret.signal.aborted) log().error({ error: (error as Error).cause ?? error, id }, 'the thread of a large import broke')
    const suivi = await suivre()
    const fin = arret.signal.aborted
      ? ({ etat: 'arrete' } as const)
      : ({ etat: 'echoue', message: `${FIL_ROMPU} Rien n’a été écrit.` } as const)
    if (suivi && vaEncore(suivi.etat)) await suivreImport({ db, perimetre, acteur: SYSTEME }, { id, ...fin })
  } finally {
    clearInterval(guet)
  }
}
