import { sql } from 'drizzle-orm'
import type { Db } from './db.server.ts'
import { log } from './log.server.ts'

/**
 * Once an import is committed: without fresh statistics the planner reads a thousand rows for each of a thousand. Never throws: what was
 * written is written, and the database does it by itself within some minutes.
 */
export const rafraichirStatistiques = (db: Db): Promise<void> =>
  db.execute(sql`select rafraichir_statistiques()`).then(
    () => {},
    (error: unknown) => log().error({ error }, 'the statistics of the database were not refreshed')
  )
