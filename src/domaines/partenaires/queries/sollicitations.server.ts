import { sql, type SQL } from 'drizzle-orm'
import { SOLLICITATIONS } from '../schema/envois.ts'

// in plain words, as the index that covers them says it
const NATURES = sql.raw(SOLLICITATIONS.map((nature) => `'${nature}'`).join(', '))

/** Condition on the letters `e` (or another name): those that ask something of somebody's time, over the last twelve months. */
export const sollicite = (e = 'e'): SQL => {
  const [nature, creeLe] = [sql.raw(`${e}.nature`), sql.raw(`${e}.cree_le`)]
  return sql`${nature} in (${NATURES}) and ${creeLe} > now() - interval '12 months'`
}

/** How many times a person was asked something over twelve months, by a letter that was not refused; `id`: of the row that is read. */
export const foisSollicitee = (collectivite: SQL, id: SQL): SQL<number> =>
  sql<number>`(select count(*)::int from envois e where e.collectivite_id = ${collectivite} and e.personne_id = ${id} and ${sollicite()} and e.etat <> 'refuse')`

/** The same of a house: what it was asked itself, and all who work there today. */
export const foisSollicitees = (collectivite: SQL, id: SQL): SQL<number> =>
  sql<number>`(select count(*)::int from envois e where e.collectivite_id = ${collectivite} and ${sollicite()} and e.etat <> 'refuse'
    and (e.structure_id = ${id} or e.personne_id in (select f.personne_id from fonctions f
      where f.collectivite_id = ${collectivite} and f.structure_id = ${id} and f.fin is null)))`
