import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Sorte } from '#domaines/partenaires/schema/paires.ts'

/** Where a structure or a person is named: living actions that she takes part in or pays for, and living contracts that she signs or is bound to. */
export type Mentions = { actions: number; contrats: number }

/** Of each of these ids, how many actions and contracts name it; zero of those that nothing names. One statement. */
export async function compterMentions(
  db: Tx,
  { collectiviteId }: Perimetre,
  sorte: Sorte,
  ids: readonly string[]
): Promise<Record<string, Mentions>> {
  const voulus = sql`any(${sql.param([...ids])}::uuid[])`
  const de = (table: string, colonne: string, objet: string, vivante = sql`true`) =>
    sql`select t.${sql.identifier(colonne)} as id, t.${sql.identifier(objet)} as objet from ${sql.identifier(table)} t
      where t.collectivite_id = ${collectiviteId} and t.${sql.identifier(colonne)} = ${voulus} and ${vivante}`
  const present = sql`t.supprime_le is null`
  const [soi, actions, contrats] =
    sorte === 'structures'
      ? [
          'structure_id',
          [
            de('financements', 'structure_id', 'fiche_id'),
            de('indicateurs', 'detenteur_id', 'fiche_id'),
            de('postes_fractions', 'structure_id', 'fiche_id')
          ],
          [
            de('conventions', 'structure_id', 'contrat_id', present),
            de(
              'actes_montants',
              'structure_id',
              'contrat_id',
              sql`exists (select 1 from actes a where a.collectivite_id = t.collectivite_id and a.id = t.acte_id and a.supprime_le is null)`
            )
          ]
        ]
      : ['personne_id', [], []]
  const ou = (parties: readonly ReturnType<typeof sql>[]) => sql.join([...parties], sql` union `)
  const lues = (await db.execute(sql`
    with actions as (select x.id, count(*)::int as n from (${ou([de('intervenants', soi as string, 'fiche_id'), ...(actions as never[])])}) x
        join fiches f on f.collectivite_id = ${collectiviteId} and f.id = x.objet and f.supprime_le is null group by x.id),
      contrats as (select x.id, count(*)::int as n from (${ou([de('signataires', soi as string, 'contrat_id', present), ...(contrats as never[])])}) x
        join contrats c on c.collectivite_id = ${collectiviteId} and c.id = x.objet and c.supprime_le is null group by x.id)
    select id, coalesce(a.n, 0) as actions, coalesce(c.n, 0) as contrats from unnest(${sql.param([...ids])}::uuid[]) id
      left join actions a using (id) left join contrats c using (id)`)) as unknown as ({ id: string } & Mentions)[]
  return Object.fromEntries(lues.map(({ id, ...mentions }) => [id, mentions]))
}
