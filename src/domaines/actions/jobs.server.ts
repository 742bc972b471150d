import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db.server.ts'
import type { Travaux } from '#platform/jobs.server.ts'
import { executerImport } from './imports/travail.server.ts'

/**
 * Work of this room: a large import (its file lies under `donnees`); after any, fresh statistics, without which the planner reads a
 * thousand rows for each of a thousand.
 */
export const travauxDesActions = (db: Db, donnees: string): Travaux => ({
  import_demande: ({ collectiviteId, id }) => executerImport(db, donnees, String(collectiviteId), String(id)),
  plan_importe: async () => void (await db.execute(sql`select rafraichir_statistiques()`))
})
