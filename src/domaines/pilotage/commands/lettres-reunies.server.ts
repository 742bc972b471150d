import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Sorte } from '#domaines/partenaires/schema/paires.ts'
import { PAIRES } from './references.server.ts'

const COLONNE = { structures: 'structure_id', personnes: 'personne_id' } as const
const SORTES = ['structures', 'personnes'] as const

type ReunionLue = { sorte: Sorte; paire: string; garde: string; partie: string; lettres: string[] }

/** The letters written to a structure or to a person, by their ids. */
export async function lettresDe({ db, perimetre }: CtxTerritoire, sorte: Sorte, id: string): Promise<string[]> {
  const lues = (await db.execute(
    sql`select id from envois where collectivite_id = ${perimetre.collectiviteId} and ${sql.identifier(COLONNE[sorte])} = ${id}`
  )) as unknown as { id: string }[]
  return lues.map((lettre) => lettre.id)
}

/** The merges that an act wrote, or took back, and that would change if it were undone. */
export async function reunionsDe(db: Tx, { collectiviteId }: Perimetre, geste: string): Promise<ReunionLue[]> {
  const parSorte = SORTES.map(
    (
      sorte
    ) => sql`select ${sorte}::text as sorte, c.objet_id as paire, l.un_id as garde, l.autre_id as partie, coalesce(l.lettres, '{}') as lettres
      from changements c cross join lateral jsonb_populate_record(null::${sql.identifier(PAIRES[sorte])}, coalesce(c.avant, c.apres)) l
      where c.collectivite_id = ${collectiviteId} and c.geste_id = ${geste} and c.objet_table = ${PAIRES[sorte]}
        and (c.avant is null or c.apres is null) and l.verdict = 'reunies'`
  )
  return (await db.execute(sql.join(parSorte, sql` union all `))) as unknown as ReunionLue[]
}

/** Once the act is undone: the letters of a merge that no longer is go back to who had them, those of one that is again go to who stays. */
export async function rendreLesLettres(db: Tx, { collectiviteId }: Perimetre, reunions: readonly ReunionLue[]): Promise<void> {
  for (const { sorte, paire, garde, partie, lettres } of reunions)
    await db.execute(sql`update envois set ${sql.identifier(COLONNE[sorte])} = case
        when exists (select 1 from ${sql.identifier(PAIRES[sorte])} t where t.collectivite_id = ${collectiviteId} and t.id = ${paire}) then ${garde}::uuid
        else ${partie}::uuid end
      where collectivite_id = ${collectiviteId} and id = any(${sql.param(lettres)}::uuid[])
        and ${sql.identifier(COLONNE[sorte])} in (${garde}, ${partie})`)
}
