import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Age } from '#domaines/contrats/schema.ts'
import type { Facette } from '../schema/mots.ts'
import type { Cadre } from './cadre.server.ts'
import { choisies } from './selection.server.ts'

/** How many actions are for each age; « » where the action says none. */
export type ParAge = Partial<Record<Age | '', number>>

export type PublicCompte = { facette: Facette | null; actions: number; vivantes: number; ages: ParAge }

export type ParPublic = {
  /** the publics of the list that an action is for, the most served first, then (null) those that say none */
  lignes: PublicCompte[]
  ages: ParAge
  /** the publics in free words, the thirty most told */
  libres: { nom: string; actions: number }[]
  total: number
}

/** What the filtered fiches do for each public, by age, in one statement; a fiche that says several counts in each. */
export async function lireParPublic(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, filtre }: Pick<Cadre['vue'], 'contratId' | 'filtre'>
): Promise<ParPublic> {
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.id, f.publics, case when f.facettes = '{}' then array[''] else f.facettes end as facettes,
        case when f.ages = '{}' then array[''] else f.ages end as ages, coalesce(f.statut, '') not in ('realise', 'abandonne') as vivante
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    croisees as (select facette, age, count(*)::int as n from toutes, unnest(facettes) facette, unnest(ages) age group by facette, age),
    rangees as (
      select facette, count(*)::int as actions, (count(*) filter (where vivante))::int as vivantes from toutes, unnest(facettes) facette group by facette
    )
    select (select count(*)::int from toutes) as total,
      (select coalesce(json_agg(json_build_object('facette', nullif(r.facette, ''), 'actions', r.actions, 'vivantes', r.vivantes,
          'ages', (select json_object_agg(c.age, c.n) from croisees c where c.facette = r.facette)) order by r.facette = '', r.actions desc, r.facette), '[]') from rangees r) as lignes,
      (select coalesce(json_object_agg(age, n), '{}') from (select age, count(*)::int as n from toutes, unnest(ages) age group by age) a) as ages,
      (select coalesce(json_agg(json_build_object('nom', nom, 'actions', n) order by n desc, nom), '[]')
        from (select nom, count(*)::int as n from toutes, unnest(publics) nom group by nom order by n desc, nom limit 30) l) as libres`)) as unknown as ParPublic[]
  return lu!
}
