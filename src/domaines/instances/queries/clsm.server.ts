import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
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
      (select max(s.jour) from seances s where s.collectivite_id = n.collectivite_id and s.instance_id = n.id and s.jour < ${jour}
        and s.annulee_le is null and s.supprime_le is null) as derniere, k.asv_depuis as "asvDepuis",
      (select coalesce(json_agg(json_build_object('role', g.role, 'structure', st.nom, 'personne', p.nom, 'titres',
          (select coalesce(json_agg(x.titre), '[]') from (select g.qualite as titre union select f.intitule from fonctions f
            where f.collectivite_id = g.collectivite_id and f.personne_id = g.personne_id and f.fin is null) x where x.titre is not null)) order by g.rang), '[]')
        from sieges g left join structures st on st.collectivite_id = g.collectivite_id and st.id = g.structure_id
          left join personnes p on p.collectivite_id = g.collectivite_id and p.id = g.personne_id
        where g.collectivite_id = n.collectivite_id and g.instance_id = n.id) as sieges
    from instances n join collectivites k on k.id = n.collectivite_id left join axes a on a.collectivite_id = n.collectivite_id and a.id = n.axe_id and a.supprime_le is null
    where n.collectivite_id = ${collectiviteId} and n.supprime_le is null and n.nature in ('clsm_pleniere', 'clsm_copil', 'clsm_groupe')
    order by n.nom`)) as unknown as (InstanceDuClsm & { asvDepuis: DateFloue | null })[]
  return composerClsm(lues, lues[0]?.asvDepuis ?? null, jour)
}

export type InstanceDUnAxe = { axeId: string; id: string; nom: string; nature: NatureInstance }

/** The bodies that work on the axes of a contract, by name. One statement. */
export async function instancesDesAxes(db: Tx, { collectiviteId }: Perimetre, contratId: string): Promise<InstanceDUnAxe[]> {
  return (await db.execute(sql`
    select n.axe_id as "axeId", n.id, n.nom, n.nature from instances n
      join axes a on a.collectivite_id = n.collectivite_id and a.id = n.axe_id
    where n.collectivite_id = ${collectiviteId} and a.contrat_id = ${contratId} and n.supprime_le is null order by n.nom`)) as unknown as InstanceDUnAxe[]
}
