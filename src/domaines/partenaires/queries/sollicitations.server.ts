import { sql, type SQL } from 'drizzle-orm'
import { SOLLICITATIONS } from '../schema/envois.ts'

// in plain words, as the index that covers them says it
const NATURES = sql.raw(SOLLICITATIONS.map((nature) => `'${nature}'`).join(', '))

/** Condition on the letters `e` (or another name): those that ask something of somebody's time, over the last twelve months. */
export const sollicite = (e = 'e'): SQL => {
  const [nature, creeLe] = [sql.raw(`${e}.nature`), sql.raw(`${e}.cree_le`)]
  return sql`${nature} in (${NATURES}) and ${creeLe} > now() - interval '12 months'`
}
