import { and, eq, isNull, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { facultatif, finApresDebut } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { peutEcrireFiche } from '../droits.ts'
import { modifierFicheSchema, nouvelleFicheSchema, type lieuSchema } from '../schema/saisies.ts'
import { fiches, places } from '../tables.server.ts'
import { quartiersConnus, remplacerQuartiers } from './parties.server.ts'

/** The row of a fiche, locked for writing; null when it is not of this territory or was put aside. */
export const verrouillerFiche = async ({ db, perimetre }: CtxTerritoire, id: string) =>
  (
    await db
      .select({ id: fiches.id, parentId: fiches.parentId, debut: fiches.debut, fin: fiches.fin })
      .from(fiches)
      .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), eq(fiches.id, id), isNull(fiches.supprimeLe)))
      .for('update')
  )[0] ?? null

/** That row, for a WHERE. */
export const cetteFiche = (ctx: CtxTerritoire, id: string) =>
  and(eq(fiches.collectiviteId, ctx.perimetre.collectiviteId), eq(fiches.id, id))

async function lireLieu({ db, perimetre }: CtxTerritoire, { contratId, axeId, parentId }: z.output<typeof lieuSchema>) {
  const { collectiviteId } = perimetre
  const [axe] = axeId
    ? await db
        .select({ contratId: axes.contratId })
        .from(axes)
        .where(
          and(eq(axes.collectiviteId, collectiviteId), eq(axes.id, axeId), eq(axes.nature, 'thematique'), isNull(axes.supprimeLe))
        )
    : []
  const contrat = axe?.contratId ?? contratId
  const [trouve] = contrat
    ? await db
        .select({ id: contrats.id })
        .from(contrats)
        .where(and(eq(contrats.collectiviteId, collectiviteId), eq(contrats.id, contrat), isNull(contrats.supprimeLe)))
    : []
  const [parent] = parentId
    ? await db
        .select({ parentId: fiches.parentId })
        .from(fiches)
        .where(and(eq(fiches.collectiviteId, collectiviteId), eq(fiches.id, parentId), isNull(fiches.supprimeLe)))
    : []
  return {
    contratId: trouve?.id ?? null,
    axeManque: axeId !== null && !axe,
    contratManque: contrat !== null && !trouve,
    parent: parent ?? null
  }
}

async function ranger(ctx: CtxTerritoire, ficheId: string, contratId: string, axeId: string | null): Promise<void> {
  const sousAxe = and(
    eq(places.collectiviteId, ctx.perimetre.collectiviteId),
    eq(places.contratId, contratId),
    axeId ? eq(places.axeId, axeId) : isNull(places.axeId),
    isNull(places.jusque)
  )
  const [{ dernier }] = (await ctx.db
    .select({ dernier: max(places.rang) })
    .from(places)
    .where(sousAxe)) as [{ dernier: number | null }]
  await ctx.db
    .insert(places)
    .values({
      collectiviteId: ctx.perimetre.collectiviteId,
      id: ctx.nouvelId(),
      ficheId,
      contratId,
      axeId,
      rang: (dernier ?? 0) + 1
    })
    .onConflictDoUpdate({
      target: [places.collectiviteId, places.contratId, places.ficheId],
      targetWhere: isNull(places.jusque),
      set: { axeId, rang: (dernier ?? 0) + 1 }
    })
}

/** Opens a fiche with its title; the rest is written on its page. Refusals: `axe_inconnu`, `contrat_inconnu`, `parent_inconnu`, `sous_sous_action`. */
export const creerFiche = commande('fiche.creer', {
  saisie: nouvelleFicheSchema.refine(finApresDebut, { path: ['fin'], error: 'La fin de l’action est avant son début.' }),
  charger: lireLieu,
  droit: peutEcrireFiche,
  regle: ({ axeManque, contratManque, parent }, { parentId }) => {
    if (axeManque) return refuser('axe_inconnu', 'axeId')
    if (contratManque) return refuser('contrat_inconnu', 'contratId')
    if (parentId && !parent) return refuser('parent_inconnu', 'parentId')
    if (parent?.parentId) return refuser('sous_sous_action', 'parentId')
    return {}
  },
  agir: async (ctx, { contratId }, { axeId, parentId, contratId: _, quartiers, ...champs }) => {
    const { db, perimetre, nouvelId, maintenant } = ctx
    const id = nouvelId()
    const [{ rang }] = (await db
      .select({ rang: max(fiches.rang) })
      .from(fiches)
      .where(
        and(
          eq(fiches.collectiviteId, perimetre.collectiviteId),
          parentId ? eq(fiches.parentId, parentId) : isNull(fiches.parentId)
        )
      )) as [{ rang: number | null }]
    await db.insert(fiches).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      publics: [],
      ages: [],
      milieux: [],
      ottawa: [],
      ...champs,
      parentId,
      rang: (rang ?? 0) + 1,
      cleTitre: normaliser(champs.titre),
      creeLe: maintenant,
      modifieLe: maintenant
    })
    if (contratId && !parentId) await ranger(ctx, id, contratId, axeId)
    if (quartiers.length > 0) await remplacerQuartiers(ctx, new Map([[id, await quartiersConnus(ctx, quartiers)]]))
    return { id }
  }
})

/** Changes plain fields of a fiche; what is left out stays. Refusal: `periode_inversee`. */
export const modifierFiche = commande('fiche.modifier', {
  saisie: modifierFicheSchema,
  charger: (ctx, { id }) => verrouillerFiche(ctx, id),
  droit: peutEcrireFiche,
  regle: (fiche, { debut = fiche.debut, fin = fiche.fin }) =>
    finApresDebut({ debut, fin }) ? {} : refuser('periode_inversee', 'fin'),
  agir: async (ctx, _, { id, ...champs }) => {
    const titre = champs.titre === undefined ? {} : { cleTitre: normaliser(champs.titre) }
    await ctx.db
      .update(fiches)
      .set({ ...champs, ...titre, modifieLe: ctx.maintenant })
      .where(cetteFiche(ctx, id))
  }
})

/** Puts a fiche under an axis of a contract, in a contract without an axis, or (both null) out of every axis of it. Refusals: as for `creerFiche`. */
export const placerFiche = commande('fiche.placer', {
  saisie: z.object({ id: z.uuid(), contratId: z.uuid(), axeId: facultatif(z.uuid()).default(null) }),
  charger: async (ctx, { id, contratId, axeId }) => {
    const fiche = await verrouillerFiche(ctx, id)
    return fiche ? { fiche, ...(await lireLieu(ctx, { contratId, axeId, parentId: null })) } : null
  },
  droit: peutEcrireFiche,
  regle: ({ fiche, axeManque, contratManque, contratId }, saisie) => {
    if (axeManque || (contratId !== null && contratId !== saisie.contratId)) return refuser('axe_inconnu', 'axeId')
    if (contratManque) return refuser('contrat_inconnu', 'contratId')
    return fiche.parentId ? refuser('sous_action_sans_place', 'axeId') : {}
  },
  agir: (ctx, _, { id, contratId, axeId }) => ranger(ctx, id, contratId, axeId)
})

/** Takes a fiche out of a contract; it lives on in the territory's portfolio. */
export const oterDuContrat = commande('fiche.oter_du_contrat', {
  saisie: z.object({ id: z.uuid(), contratId: z.uuid() }),
  charger: (ctx, { id }) => verrouillerFiche(ctx, id),
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id, contratId }) => {
    await db
      .delete(places)
      .where(
        and(
          eq(places.collectiviteId, perimetre.collectiviteId),
          eq(places.ficheId, id),
          eq(places.contratId, contratId),
          isNull(places.jusque)
        )
      )
  }
})

/** Reorders the fiches under one axis: their ids in the wanted order. Fiches that are not there are left alone. */
export const ordonnerFiches = commande('fiches.ordonner', {
  saisie: z.object({ contratId: z.uuid(), axeId: facultatif(z.uuid()).default(null), ids: z.array(z.uuid()).max(5000) }),
  charger: async ({ db, perimetre }, { contratId }) =>
    (
      await db
        .select({ id: contrats.id })
        .from(contrats)
        .where(
          and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, contratId), isNull(contrats.supprimeLe))
        )
    )[0] ?? null,
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { contratId, axeId, ids }) => {
    await db.execute(sql`update places set rang = o.rang from unnest(${sql.param(ids)}::uuid[]) with ordinality as o(id, rang)
      where places.collectivite_id = ${perimetre.collectiviteId} and places.contrat_id = ${contratId} and places.jusque is null and places.axe_id is not distinct from ${axeId}::uuid and places.fiche_id = o.id and places.rang <> o.rang`)
  }
})

export const { retirer: retirerFiche, retablir: retablirFiche } = corbeilleDe('fiche', fiches, peutEcrireFiche)
