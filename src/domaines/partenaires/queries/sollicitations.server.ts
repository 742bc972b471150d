import { sql, type SQL } from 'drizzle-orm'

/**
 * Condition on the letters `e` (or another name): those that ask something of somebody's time, over the last twelve months, and were not refused
 * on the way.
 */
export const sollicite = (e = 'e'): SQL => {
  const [oui, etat, creeLe] = [sql.raw(`${e}.sollicite`), sql.raw(`${e}.etat`), sql.raw(`${e}.cree_le`)]
  return sql`${oui} and ${etat} <> 'refuse' and ${creeLe} > now() - interval '12 months'`
}

/** How many times a person was asked something over twelve months; `id`: of the row that is read. */
export const foisSollicitee = (collectivite: SQL, id: SQL): SQL<number> =>
  sql<number>`(select count(*)::int from envois e where e.collectivite_id = ${collectivite} and e.personne_id = ${id} and ${sollicite()})`

/** The same of a house: what it was asked itself, and all who work there today. */
export const foisSollicitees = (collectivite: SQL, id: SQL): SQL<number> =>
  sql<number>`(select count(*)::int from envois e where e.collectivite_id = ${collectivite} and ${sollicite()}
    and (e.structure_id = ${id} or e.personne_id in (select f.personne_id from fonctions f
      where f.collectivite_id = ${collectivite} and f.structure_id = ${id} and f.fin is null)))`

/** The houses that were asked, with all who work there today, as often as the territory means to ask one; none while it has not said. As JSON. */
export const maisonsChargees = (
  collectivite: SQL
): SQL => sql`(select coalesce(json_agg(json_build_object('id', m.id, 'nom', m.nom, 'sollicitations', m.fois, 'gens', m.gens) order by m.fois desc, m.nom, m.id), '[]')
  from (
    select st.id, st.nom, sum(d.fois)::int as fois, array_agg(x.qui) as gens
    from collectivites k
      join (select id as maison, id as qui from structures where collectivite_id = ${collectivite} and supprime_le is null
        union select structure_id, personne_id from fonctions where collectivite_id = ${collectivite} and fin is null) x on k.seuil_structures is not null
      join structures st on st.collectivite_id = k.id and st.id = x.maison and st.supprime_le is null
      left join (select coalesce(e.personne_id, e.structure_id) as qui, count(*) as fois from envois e
        where e.collectivite_id = ${collectivite} and ${sollicite()} group by 1) d on d.qui = x.qui
    where k.id = ${collectivite} group by st.id, st.nom, k.seuil_structures having sum(d.fois) >= k.seuil_structures) m)`
