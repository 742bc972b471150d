import type { Base } from '#platform/db.server.ts'
import type { Travaux } from '#platform/jobs.server.ts'
import { rafraichirStatistiques } from '#platform/statistiques.server.ts'
import { confierImport } from './imports/confier.server.ts'

/**
 * Work of this room: a large import (its file lies under `donnees`), in a thread of its own; after any, fresh statistics.
 */
export function travauxDesActions({ db, adresse }: Pick<Base, 'db' | 'adresse'>, donnees: string): Travaux {
  const rafraichir = () => rafraichirStatistiques(db)
  return {
    import_demande: async ({ collectiviteId, id }) => {
      await confierImport(db, { adresse, donnees, collectiviteId: String(collectiviteId), id: String(id) })
      // the thread has no queue to send this to
      await rafraichir()
    },
    plan_importe: rafraichir
  }
}
