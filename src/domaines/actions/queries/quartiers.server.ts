import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Contour, Generation, NatureQuartier } from '#domaines/territoires/schema.ts'
import type { Cadre } from './cadre.server.ts'
import { choisies, estEchue } from './selection.server.ts'

export type QuartierCompte = {
  id: string
  nom: string
  nature: NatureQuartier
  generation: Generation | null
  enProjet: boolean
  exemple: boolean
  contour: Contour | null
  actions: number
  vivantes: number
  echues: number
}

/**
 * The quartiers of the territory with what the filtered fiches do there, the priority ones first, and how many fiches name no quartier,
 * in one statement.
 */
export async function lireParQuartier(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, filtre }: Cadre['vue'],
  jour: string
): Promise<{ quartiers: QuartierCompte[]; partout: number; total: number }> {
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.id, coalesce(f.statut, '') not in ('realise', 'abandonne') as vivante, ${estEchue(jour)} as echue
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    situees as materialized (
      select fq.quartier_id, fq.fiche_id from fiches_quartiers fq
        join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null
      where fq.collectivite_id = ${collectiviteId}
    ),
    comptes as materialized (
      select s.quartier_id, count(*) as actions, count(*) filter (where vivante) as vivantes, count(*) filter (where echue) as echues
      from situees s join toutes t on t.id = s.fiche_id group by s.quartier_id
    )
    select (select coalesce(json_agg(json_build_object('id', q.id, 'nom', q.nom, 'nature', q.nature, 'generation', q.generation, 'enProjet', q.en_projet,
          'exemple', q.exemple, 'contour', q.contour, 'actions', coalesce(c.actions, 0), 'vivantes', coalesce(c.vivantes, 0), 'echues', coalesce(c.echues, 0))
          order by q.nature = 'quartier', q.generation desc nulls last, q.nom), '[]')
        from quartiers q left join comptes c on c.quartier_id = q.id where q.collectivite_id = ${collectiviteId} and q.supprime_le is null) as quartiers,
      (select count(*)::int from toutes t where not exists (select 1 from situees s where s.fiche_id = t.id)) as partout,
      (select count(*)::int from toutes) as total`)) as unknown as {
    quartiers: QuartierCompte[]
    partout: number
    total: number
  }[]
  return lu!
}
