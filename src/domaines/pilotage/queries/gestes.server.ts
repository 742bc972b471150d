import { sql } from 'drizzle-orm'
import type { Acteur } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { peutAnnuler } from '../droits.ts'
import { empechement, type GesteLu } from '../regles/annulation.ts'

type Lu = Omit<GesteLu, 'survenuLe'> & { id: string; survenuLe: string }

/** What some acts of this territory were, and whether something changed since, in one statement; unknown ids are left out. */
export async function lireGestes(db: Tx, ids: readonly string[]): Promise<Map<string, GesteLu>> {
  if (ids.length === 0) return new Map()
  const lus = (await db.execute(sql`
    select c.geste_id as id, min(c.acteur_id::text) as "acteurId", min(c.survenu_le) as "survenuLe", array_agg(distinct c.objet_table) as tables, array_agg(distinct c.acte) as actes,
      -- after the last act of the territory nothing can have changed: an import of thousands of rows is not read again to know it
      exists (select 1 from changements s where s.collectivite_id = collectivite_courante() and s.id > max(c.id))
        and exists (select 1 from lignes_du_geste(c.geste_id) l where l.laisse is distinct from l.present) as depasse
    from changements c where c.collectivite_id = collectivite_courante() and c.geste_id = any(${sql.param([...new Set(ids)])}::uuid[])
    group by c.geste_id`)) as unknown as Lu[]
  return new Map(lus.map(({ id, survenuLe, ...geste }) => [id, { ...geste, survenuLe: new Date(survenuLe) }]))
}

/** Among these acts, those that this person can undo now. */
export async function gestesAnnulables(
  db: Tx,
  acteur: Acteur,
  ids: readonly (string | null)[],
  maintenant: Date
): Promise<string[]> {
  const gestes = await lireGestes(
    db,
    ids.filter((id) => id !== null)
  )
  return [...gestes].flatMap(([id, geste]) => (peutAnnuler(acteur, geste) && empechement(geste, maintenant) === null ? [id] : []))
}
