import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { echangeNomme, type Echange } from './echanges.server.ts'

/** What a structure lives with the territory, beside the people who are in it. */
export type Partenariat = { echanges: Echange[] }

/** All of it, for the page of the structure. One statement. */
export async function lirePartenariat(db: Tx, { collectiviteId }: Perimetre, structureId: string): Promise<Partenariat> {
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(e order by e.etat in ('aboutie', 'abandonnee'), e."creeLe" desc), '[]')
      from (${echangeNomme(collectiviteId, sql`e.structure_id = ${structureId}`)}) e) as echanges`)) as unknown as [Partenariat]
  return lu
}
