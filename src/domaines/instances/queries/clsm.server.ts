import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { familleDe } from '../regles.ts'
import { composerClsm, type Clsm, type InstanceDuClsm } from '../regles/clsm.ts'
import type { NatureInstance } from '../schema.ts'

/** The mental health council that a body belongs to, on a day; null, and nothing read, for a body of another family. One statement. */
export async function lireClsm(
  db: Tx,
  { collectiviteId }: Perimetre,
  nature: NatureInstance,
  jour: string
): Promise<Clsm | null> {
  if (familleDe(nature) !== 'clsm') return null
  const lues = (await db.execute(sql`
    select n.id, n.nom, n.nature, n.exemple, case when a.id is not null then json_build_object('id', a.id, 'intitule', a.intitule, 'contratId', a.contrat_id) end as axe,
      (select min(s.jour) from seances s where s.collectivite_id = n.collectivite_id and s.instance_id = n.id and s.jour >= ${jour}
        and s.annulee_le is null and s.supprime_le is null) as prochaine,
      (select coalesce(json_agg(json_build_object('role', g.role, 'structure', st.nom, 'personne', p.nom) order by g.rang), '[]')
        from sieges g left join structures st on st.collectivite_id = g.collectivite_id and st.id = g.structure_id
          left join personnes p on p.collectivite_id = g.collectivite_id and p.id = g.personne_id
        where g.collectivite_id = n.collectivite_id and g.instance_id = n.id) as sieges
    from instances n left join axes a on a.collectivite_id = n.collectivite_id and a.id = n.axe_id and a.supprime_le is null
    where n.collectivite_id = ${collectiviteId} and n.supprime_le is null and n.nature in ('clsm_pleniere', 'clsm_copil', 'clsm_groupe')
    order by n.nom`)) as unknown as InstanceDuClsm[]
  return composerClsm(lues)
}

export type InstanceDUnAxe = { axeId: string; id: string; nom: string; nature: NatureInstance }

/** The bodies that work on the axes of a contract, by name. One statement. */
export async function instancesDesAxes(db: Tx, { collectiviteId }: Perimetre, contratId: string): Promise<InstanceDUnAxe[]> {
  return (await db.execute(sql`
    select n.axe_id as "axeId", n.id, n.nom, n.nature from instances n
      join axes a on a.collectivite_id = n.collectivite_id and a.id = n.axe_id
    where n.collectivite_id = ${collectiviteId} and a.contrat_id = ${contratId} and n.supprime_le is null order by n.nom`)) as unknown as InstanceDUnAxe[]
}
