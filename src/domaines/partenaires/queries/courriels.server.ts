import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Lecteur } from '#platform/db.server.ts'
import type { Courriels } from '../schema.ts'

/** What the person, or the house, of these ids accepts to receive now: nothing, once she left the directory or asked to be erased (R-122). */
const courrielsAcceptes = (collectivite: SQL, personneId: SQL, structureId: SQL): SQL =>
  sql`coalesce(
    (select case when ap.supprime_le is not null or exists (select 1 from effacements ae where ae.collectivite_id = ap.collectivite_id
        and ae.personne_id = ap.id and ae.fait_le is null) then 'aucun' else ap.courriels end
      from personnes ap where ap.collectivite_id = ${collectivite} and ap.id = ${personneId}),
    (select case when ast.supprime_le is not null then 'aucun' else ast.courriels end
      from structures ast where ast.collectivite_id = ${collectivite} and ast.id = ${structureId}))`

/** Whether the person, or the house, of these ids may be asked something by letter (R-122). */
export const accepteDEtreSollicite = (collectivite: SQL, personneId: SQL, structureId: SQL): SQL =>
  sql`(${courrielsAcceptes(collectivite, personneId, structureId)} = 'tous')`

/** Whether a letter that asks nothing may leave for a person (R-122). */
export const accepteUneLettre = (collectivite: SQL, personneId: SQL): SQL =>
  sql`(coalesce(${courrielsAcceptes(collectivite, personneId, sql`null::uuid`)}, 'aucun') <> 'aucun')`

/** What each of these people and houses accepts to receive now, by id. One statement. */
export async function lireCourriels(
  db: Lecteur,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  ids: readonly string[]
): Promise<Map<string, Courriels>> {
  const lus = (await db.execute(sql`
    select x.id, ${courrielsAcceptes(sql`${collectiviteId}`, sql`x.id`, sql`x.id`)} as courriels
    from unnest(${sql.param([...new Set(ids)])}::uuid[]) as x(id)`)) as unknown as { id: string; courriels: Courriels }[]
  return new Map(lus.map(({ id, courriels }) => [id, courriels]))
}
