import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Provenance } from '../regles/provenances.ts'

const lignes = (collectiviteId: string, suite: SQL = sql`true`) => sql`
  select * from (select coalesce(p.id, s.id) as id, coalesce(p.nom, s.nom) as nom, case when p.id is null then 'structure' else 'personne' end as genre,
      v.sorte, coalesce(q.id, t.id) as "parId", coalesce(q.nom, t.nom) as par,
      case when q.id is not null then 'personne' when t.id is not null then 'structure' end as "parGenre", v.precision
    from provenances v
      left join personnes p on p.collectivite_id = v.collectivite_id and p.id = v.personne_id and p.supprime_le is null
      left join structures s on s.collectivite_id = v.collectivite_id and s.id = v.structure_id and s.supprime_le is null
      left join personnes q on q.collectivite_id = v.collectivite_id and q.id = v.par_personne_id
      left join structures t on t.collectivite_id = v.collectivite_id and t.id = v.par_structure_id
    where v.collectivite_id = ${collectiviteId} and coalesce(p.id, s.id) is not null) v where ${suite} order by nom`

/** Who made whom known on the territory, and of how many people and structures nothing is said. One statement. */
export async function lireProvenances(
  db: Tx,
  { collectiviteId }: Perimetre
): Promise<{ lignes: Provenance[]; personnes: number; structures: number }> {
  const [lu] = (await db.execute(sql`select (select coalesce(json_agg(v), '[]') from (${lignes(collectiviteId)}) v) as lignes,
    (select count(*)::int from personnes where collectivite_id = ${collectiviteId} and supprime_le is null) as personnes,
    (select count(*)::int from structures where collectivite_id = ${collectiviteId} and supprime_le is null) as structures`)) as unknown as [
    { lignes: Provenance[]; personnes: number; structures: number }
  ]
  return lu
}

/** How one of them came to be known, and whom she made known. One statement. */
export async function lireProvenanceDe(
  db: Tx,
  { collectiviteId }: Perimetre,
  id: string
): Promise<{ sienne: Provenance | null; connus: Provenance[] }> {
  const lues = (await db.execute(lignes(collectiviteId, sql`${id} in (id, "parId")`))) as unknown as Provenance[]
  return { sienne: lues.find((une) => une.id === id) ?? null, connus: lues.filter(({ parId }) => parId === id) }
}

/** Who brought whom, by ids alone: what a rule reads. One statement. */
export async function liensDeProvenance(db: Tx, { collectiviteId }: Perimetre): Promise<{ id: string; parId: string }[]> {
  return (await db.execute(sql`select coalesce(personne_id, structure_id) as id, coalesce(par_personne_id, par_structure_id) as "parId"
    from provenances where collectivite_id = ${collectiviteId} and coalesce(par_personne_id, par_structure_id) is not null`)) as unknown as {
    id: string
    parId: string
  }[]
}
