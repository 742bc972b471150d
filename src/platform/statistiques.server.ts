import { sql } from 'drizzle-orm'
import type { Tx } from './db.server.ts'

/** Past so many rows written at once the planner must know of them: it would read all of them for each of them, until it counts again. */
const LARGE = 200

/** At the end of the transaction of an import of so many rows: the statistics come with the commit. */
export async function rafraichirStatistiques(db: Tx, rangees: number): Promise<void> {
  if (rangees >= LARGE) await db.execute(sql`select rafraichir_statistiques()`)
}
