import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { CtxTerritoire } from './commande.server.ts'
import type { Perimetre } from './acteur.ts'
import type { Tx } from './db.server.ts'
import { changements } from './tables.server.ts'

/** One row touched by an act: columns as they stand in the database (snake_case), before and after. */
export type Changement = Pick<
  typeof changements.$inferSelect,
  'survenuLe' | 'gesteId' | 'acteurNom' | 'acte' | 'objetTable' | 'objetId' | 'racineId' | 'avant' | 'apres'
>

export const CHANGEMENTS_PAR_PAGE = 50

/** One act on one object: the rows that it touched, the first fifty of them, and how many there were. */
export type ActeLu = { changements: Changement[]; touches: number }

/**
 * The acts that changed one object and all that hangs from it, newest first, fifty a page, and how many there are. A row of which only the
 * columns `tus` changed (two hundred guests marked as warned) neither counts nor takes the place of
 * another; the object itself comes before what hangs from it. `aussi` selects other objects whose acts are its own too (one column of ids).
 */
export async function lireChangements(
  db: Tx,
  perimetre: Perimetre,
  racineId: string,
  page: number,
  { tus = [], aussi }: { tus?: Iterable<string>; aussi?: SQL } = {}
): Promise<{ actes: ActeLu[]; total: number }> {
  const siens = aussi ? sql`array(select ${racineId}::uuid union all ${aussi})` : sql`array[${racineId}::uuid]`
  const deLObjet = sql`collectivite_id = ${perimetre.collectiviteId} and racine_id = any(${siens})`
  const muets = sql`${sql.param([...tus])}::text[]`
  const lignes = (await db.execute(sql`
    with siens as (
      select *, avant is null or apres is null or (avant::jsonb - ${muets}) <> (apres::jsonb - ${muets}) as dit,
        max(id) over (partition by survenu_le, acte, acteur_nom, geste_id) as dernier
      from changements where ${deLObjet}
    ), ranges as (
      select *, dense_rank() over (order by dernier desc) as rang_acte, row_number() over (partition by dernier order by not dit, objet_id <> racine_id, id) as rang_ligne,
        greatest(1, count(*) filter (where dit) over (partition by dernier)) as touches
      from siens
    )
    select rang_acte::int, touches::int, survenu_le, geste_id, acteur_nom, acte, objet_table, objet_id, racine_id, avant, apres
    from ranges
    where rang_acte > ${(page - 1) * CHANGEMENTS_PAR_PAGE} and rang_acte <= ${page * CHANGEMENTS_PAR_PAGE}
      and rang_ligne <= ${CHANGEMENTS_PAR_PAGE} and (dit or rang_ligne = 1)
    order by rang_acte, rang_ligne
  `)) as unknown as LigneDActe[]
  const [compte] = (await db.execute(sql`
    select count(distinct (survenu_le, acte, acteur_nom, geste_id))::int as total from changements where ${deLObjet}
  `)) as unknown as { total: number }[]
  return { actes: parActes(lignes), total: compte!.total }
}

/** How far back the history of a territory looks for its last acts, in rows: an import alone writes thousands. */
const PROFONDEUR = 5000
/** How many rows of one act are shown in full. */
const LIGNES_PAR_ACTE = 8

/** The last fifty acts of a territory, newest first: the first rows of each, and how many rows it touched. */
export async function derniersActes(db: Tx, perimetre: Perimetre): Promise<ActeLu[]> {
  const lignes = (await db.execute(sql`
    with recents as (
      select c.*, dense_rank() over actes as rang_acte, row_number() over (partition by survenu_le, acte, acteur_nom, geste_id order by id) as rang_ligne,
        count(*) over (partition by survenu_le, acte, acteur_nom, geste_id) as touches
      from (select * from changements where collectivite_id = ${perimetre.collectiviteId} order by id desc limit ${PROFONDEUR}) c
      window actes as (order by survenu_le desc, acte, acteur_nom, geste_id desc)
    )
    select rang_acte::int, touches::int, survenu_le, geste_id, acteur_nom, acte, objet_table, objet_id, racine_id, avant, apres
    from recents where rang_acte <= ${CHANGEMENTS_PAR_PAGE} and rang_ligne <= ${LIGNES_PAR_ACTE} order by rang_acte, rang_ligne
  `)) as unknown as LigneDActe[]
  return parActes(lignes)
}

function parActes(lignes: readonly LigneDActe[]): ActeLu[] {
  const actes = new Map<number, { changements: Changement[]; touches: number }>()
  for (const { rang_acte, touches, ...ligne } of lignes) {
    const acte = actes.get(rang_acte) ?? { changements: [], touches }
    acte.changements.push({
      survenuLe: new Date(ligne.survenu_le),
      gesteId: ligne.geste_id,
      acteurNom: ligne.acteur_nom,
      acte: ligne.acte,
      objetTable: ligne.objet_table,
      objetId: ligne.objet_id,
      racineId: ligne.racine_id,
      avant: ligne.avant,
      apres: ligne.apres
    })
    actes.set(rang_acte, acte)
  }
  return [...actes.values()]
}

type LigneDActe = {
  rang_acte: number
  touches: number
  survenu_le: string
  geste_id: string | null
  acteur_nom: string
  acte: string
  objet_table: string
  objet_id: string
  racine_id: string
  avant: Record<string, unknown> | null
  apres: Record<string, unknown> | null
}

/** What a deleted row was, from its last change in the history of its root object; null when it is not deleted, or was never here. */
export async function derniereSuppression(
  db: Tx,
  perimetre: Perimetre,
  racineId: string,
  table: string,
  id: string
): Promise<Record<string, unknown> | null> {
  const [ligne] = await db
    .select({ avant: changements.avant, apres: changements.apres })
    .from(changements)
    .where(
      and(
        eq(changements.collectiviteId, perimetre.collectiviteId),
        eq(changements.racineId, racineId),
        eq(changements.objetTable, table),
        eq(changements.objetId, id)
      )
    )
    .orderBy(desc(changements.id))
    .limit(1)
  return ligne && ligne.apres === null ? ligne.avant : null
}

/** Writes the history of a row that no trigger watches (the territory itself); nothing when nothing changed. */
export async function noterChangement(
  ctx: CtxTerritoire,
  acte: string,
  { table, id, avant, apres }: { table: string; id: string; avant: Record<string, unknown>; apres: Record<string, unknown> }
): Promise<void> {
  if (JSON.stringify(avant) === JSON.stringify(apres)) return
  const { acteur } = ctx
  await ctx.db.insert(changements).values({
    collectiviteId: ctx.perimetre.collectiviteId,
    survenuLe: ctx.maintenant,
    gesteId: ctx.gesteId,
    acteurId: acteur.sorte === 'membre' ? acteur.compteId : null,
    acteurNom: acteur.nom,
    acte,
    objetTable: table,
    objetId: id,
    racineId: id,
    avant,
    apres
  })
}
