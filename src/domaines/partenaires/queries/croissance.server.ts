import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { MoisDeListe } from '../regles/croissance.ts'
import { estHabitante } from './volontaires.server.ts'

/** Who came into the directory and who left it, month by month over two years (AAAA-MM, Paris), and how many it held before. One statement. */
export async function lireCroissance(
  db: Tx,
  { collectiviteId }: Perimetre,
  jour: string
): Promise<{ avant: number; mois: MoisDeListe[] }> {
  const [lue] = (await db.execute(sql`
    with gens as (
      select to_char(cree_le at time zone 'Europe/Paris', 'YYYY-MM') as venu, to_char(supprime_le at time zone 'Europe/Paris', 'YYYY-MM') as parti
      from personnes p where p.collectivite_id = ${collectiviteId} and not ${estHabitante(sql`p`)}),
    calendrier as (
      select to_char(m, 'YYYY-MM') as mois from generate_series(date_trunc('month', ${jour}::date) - interval '23 months', date_trunc('month', ${jour}::date), interval '1 month') m),
    debut as (select min(mois) as mois from calendrier)
    select (select count(*)::int from gens, debut where venu < debut.mois and (parti is null or parti >= debut.mois)) as avant,
      (select json_agg(json_build_object('mois', c.mois, 'arrivees', (select count(*)::int from gens where venu = c.mois),
          'departs', (select count(*)::int from gens where parti = c.mois)) order by c.mois) from calendrier c) as mois`)) as unknown as {
    avant: number
    mois: MoisDeListe[]
  }[]
  return lue!
}
