import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Contour, Generation, NatureQuartier } from '#domaines/territoires/schema.ts'
import type { LieuDePartenaire } from '../regles/presence.ts'

/** Places with the names of the structure and of the commune. */
export const lieuNomme = (collectiviteId: string, suite: SQL = sql`true`) => sql`
  select i.id, s.id as "structureId", s.nom as structure, i.nature, i.nom, i.adresse, i.quartier_id as "quartierId", c.nom as commune, i.commune as "codeCommune",
    i.latitude, i.longitude, i.jours, i.sur_place as "surPlace", i.exemple, s.cle_nom
  from implantations i join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id and s.supprime_le is null
    left join communes c on c.code = i.commune
  where i.collectivite_id = ${collectiviteId} and i.supprime_le is null and ${suite}`

export type QuartierSitue = {
  id: string
  nom: string
  nature: NatureQuartier
  generation: Generation | null
  contour: Contour | null
}

/** Where partners are, the quartier that a structure's page names counted when it has no place there, and the quartiers. One statement. */
export async function lirePresenceLocale(
  db: Tx,
  { collectiviteId }: Perimetre
): Promise<{ quartiers: QuartierSitue[]; lieux: LieuDePartenaire[] }> {
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(json_build_object('id', q.id, 'nom', q.nom, 'nature', q.nature, 'generation', q.generation, 'contour', q.contour)
        order by q.nature = 'quartier', q.generation desc nulls last, q.nom), '[]')
      from quartiers q where q.collectivite_id = ${collectiviteId} and q.supprime_le is null) as quartiers,
    (select coalesce(json_agg(l order by l.cle_nom, l.nature = 'permanence', l.nom), '[]') from (${lieuNomme(collectiviteId)}
      union all select null, s.id, s.nom, null, null, null, s.quartier_id, null, null, null, null, null, true, s.exemple, s.cle_nom from structures s
        where s.collectivite_id = ${collectiviteId} and s.supprime_le is null and s.quartier_id is not null
          and not exists (select 1 from implantations i where i.collectivite_id = s.collectivite_id and i.structure_id = s.id
            and i.quartier_id = s.quartier_id and i.supprime_le is null)) l) as lieux`)) as unknown as [
    { quartiers: QuartierSitue[]; lieux: LieuDePartenaire[] }
  ]
  return lu
}

/** The communes of the territory, to choose from. */
export async function communesDIci(db: Tx, { collectiviteId }: Perimetre): Promise<{ code: string; nom: string }[]> {
  return (await db.execute(sql`select c.code, c.nom from collectivites_communes t join communes c on c.code = t.code
    where t.collectivite_id = ${collectiviteId} order by c.nom`)) as unknown as { code: string; nom: string }[]
}
