import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db.server.ts'
import type { Travaux } from '#platform/jobs.server.ts'

/** Work of this room: after a large import, fresh statistics, without which the planner reads a thousand rows for each of a thousand. */
export const travauxDesActions = (db: Db): Travaux => ({
  plan_importe: async () => void (await db.execute(sql`select rafraichir_statistiques()`))
})
