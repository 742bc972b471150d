import { and, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { facultatif, finApresDebut, texteSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import { MOMENTS } from '#domaines/contrats/schema.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import {
  champsFicheSchema,
  etapesSchema,
  financementsSchema,
  indicateursSchema,
  intervenantsSchema,
  modifierFicheSchema,
  objectifsSchema,
  releveSchema
} from '../schema/saisies.ts'
import { fiches, indicateurs, indicateursValeurs, places, reponses } from '../tables.server.ts'
import {
  remplacerEtapes,
  remplacerFinancements,
  remplacerIntervenants,
  remplacerObjectifs,
  remplacerQuartiers
} from './parties.server.ts'

const verrouiller = async ({ db, perimetre }: CtxTerritoire, id: string) =>
  (
    await db
      .select({ id: fiches.id, parentId: fiches.parentId, debut: fiches.debut, fin: fiches.fin })
      .from(fiches)
      .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), eq(fiches.id, id), isNull(fiches.supprimeLe)))
      .for('update')
  )[0] ?? null

const ici = (ctx: CtxTerritoire, id: string) => and(eq(fiches.collectiviteId, ctx.perimetre.collectiviteId), eq(fiches.id, id))

/** Where a fiche is put: under an axis, in a contract without an axis, under another fiche, or in no contract at all. */
const lieuSchema = z.object({
  contratId: facultatif(z.uuid()).default(null),
  axeId: facultatif(z.uuid()).default(null),
  parentId: facultatif(z.uuid()).default(null)
})

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
    axeId ? eq(places.axeId, axeId) : isNull(places.axeId)
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
      set: { axeId, rang: (dernier ?? 0) + 1 }
    })
}

/** Opens a fiche with its title; the rest is written on its page. Refusals: `axe_inconnu`, `contrat_inconnu`, `parent_inconnu`, `sous_sous_action`. */
export const creerFiche = commande('fiche.creer', {
  saisie: champsFicheSchema
    .partial()
    .required({ titre: true })
    .extend(lieuSchema.shape)
    .extend({ exemple: z.boolean().default(false) })
    .refine(finApresDebut, { path: ['fin'], error: 'La fin de l’action est avant son début.' }),
  charger: lireLieu,
  droit: peutEcrireFiche,
  regle: ({ axeManque, contratManque, parent }, { parentId }) => {
    if (axeManque) return refuser('axe_inconnu', 'axeId')
    if (contratManque) return refuser('contrat_inconnu', 'contratId')
    if (parentId && !parent) return refuser('parent_inconnu', 'parentId')
    if (parent?.parentId) return refuser('sous_sous_action', 'parentId')
    return {}
  },
  agir: async (ctx, { contratId }, { axeId, parentId, contratId: _, ...champs }) => {
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
    return { id }
  }
})

/** Changes plain fields of a fiche; what is left out stays. Refusal: `periode_inversee`. */
export const modifierFiche = commande('fiche.modifier', {
  saisie: modifierFicheSchema,
  charger: (ctx, { id }) => verrouiller(ctx, id),
  droit: peutEcrireFiche,
  regle: (fiche, { debut = fiche.debut, fin = fiche.fin }) =>
    finApresDebut({ debut, fin }) ? {} : refuser('periode_inversee', 'fin'),
  agir: async (ctx, _, { id, ...champs }) => {
    const titre = champs.titre === undefined ? {} : { cleTitre: normaliser(champs.titre) }
    await ctx.db
      .update(fiches)
      .set({ ...champs, ...titre, modifieLe: ctx.maintenant })
      .where(ici(ctx, id))
  }
})

/** Puts a fiche under an axis of a contract, in a contract without an axis, or (both null) out of every axis of it. Refusals: as for `creerFiche`. */
export const placerFiche = commande('fiche.placer', {
  saisie: z.object({ id: z.uuid(), contratId: z.uuid(), axeId: facultatif(z.uuid()).default(null) }),
  charger: async (ctx, { id, contratId, axeId }) => {
    const fiche = await verrouiller(ctx, id)
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
  charger: (ctx, { id }) => verrouiller(ctx, id),
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id, contratId }) => {
    await db
      .delete(places)
      .where(and(eq(places.collectiviteId, perimetre.collectiviteId), eq(places.ficheId, id), eq(places.contratId, contratId)))
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
        .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, contratId)))
    )[0] ?? null,
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { contratId, axeId, ids }) => {
    await db.execute(sql`update places set rang = o.rang from unnest(${sql.param(ids)}::uuid[]) with ordinality as o(id, rang)
      where places.collectivite_id = ${perimetre.collectiviteId} and places.contrat_id = ${contratId} and places.axe_id is not distinct from ${axeId}::uuid and places.fiche_id = o.id and places.rang <> o.rang`)
  }
})

export const { retirer: retirerFiche, retablir: retablirFiche } = corbeilleDe('fiche', fiches, peutEcrireFiche)

const partie = <S extends z.ZodObject>(
  nom: string,
  saisie: S,
  agir: (ctx: CtxTerritoire, saisie: z.output<S> & { id: string }) => Promise<unknown>
) =>
  commande(`fiche.${nom}`, {
    saisie: saisie.extend({ id: z.uuid() }),
    charger: (ctx, lue) => verrouiller(ctx, (lue as { id: string }).id),
    droit: peutEcrireFiche,
    regle: () => ({}),
    agir: async (ctx, _, lue) => {
      const { id } = lue as { id: string }
      await agir(ctx, lue as z.output<S> & { id: string })
      await ctx.db.update(fiches).set({ modifieLe: ctx.maintenant }).where(ici(ctx, id))
    }
  })

export const ecrireObjectifs = partie('ecrire_objectifs', z.object({ objectifs: objectifsSchema }), (ctx, { id, objectifs }) =>
  remplacerObjectifs(ctx, new Map([[id, objectifs]]))
)
export const ecrireIntervenants = partie(
  'ecrire_intervenants',
  z.object({ intervenants: intervenantsSchema }),
  (ctx, { id, intervenants }) => remplacerIntervenants(ctx, new Map([[id, intervenants]]))
)
export const ecrireEtapes = partie('ecrire_etapes', z.object({ etapes: etapesSchema }), (ctx, { id, etapes }) =>
  remplacerEtapes(ctx, new Map([[id, etapes]]))
)
export const ecrireBudget = partie(
  'ecrire_budget',
  z.object({ financements: financementsSchema, budgetPrevisionnel: champsFicheSchema.shape.budgetPrevisionnel.optional() }),
  async (ctx, { id, financements, budgetPrevisionnel }) => {
    await remplacerFinancements(ctx, new Map([[id, financements]]))
    if (budgetPrevisionnel !== undefined) await ctx.db.update(fiches).set({ budgetPrevisionnel }).where(ici(ctx, id))
  }
)

/** Says in which quartiers an action takes place; quartiers of another territory are not found and left out. */
export const ecrireQuartiers = partie(
  'ecrire_quartiers',
  z.object({ quartiers: z.array(z.uuid()).max(500) }),
  async (ctx, { id, quartiers: voulus }) => {
    const connus =
      voulus.length === 0
        ? []
        : await ctx.db
            .select({ id: quartiers.id })
            .from(quartiers)
            .where(
              and(
                eq(quartiers.collectiviteId, ctx.perimetre.collectiviteId),
                inArray(quartiers.id, voulus),
                isNull(quartiers.supprimeLe)
              )
            )
    await remplacerQuartiers(ctx, new Map([[id, connus.map((quartier) => quartier.id)]]))
  }
)

/** Writes the indicators of a fiche: those with an id keep their dated values, the others are new, the missing ones go (the history keeps them). */
export const ecrireIndicateurs = partie(
  'ecrire_indicateurs',
  z.object({ indicateurs: indicateursSchema }),
  async ({ db, perimetre, nouvelId }, { id: ficheId, indicateurs: voulus }) => {
    const { collectiviteId } = perimetre
    const deLaFiche = and(eq(indicateurs.collectiviteId, collectiviteId), eq(indicateurs.ficheId, ficheId))
    const connus = new Set(
      (await db.select({ id: indicateurs.id }).from(indicateurs).where(deLaFiche)).map((indicateur) => indicateur.id)
    )
    const lignes = voulus.map(({ id, ...reste }, rang) => ({
      collectiviteId,
      id: id !== null && connus.has(id) ? id : nouvelId(),
      ficheId,
      rang: rang + 1,
      ...reste
    }))
    const partis = [...connus].filter((id) => !lignes.some((ligne) => ligne.id === id))
    if (partis.length > 0) {
      await db
        .delete(indicateursValeurs)
        .where(and(eq(indicateursValeurs.collectiviteId, collectiviteId), inArray(indicateursValeurs.indicateurId, partis)))
      await db.delete(indicateurs).where(and(deLaFiche, inArray(indicateurs.id, partis)))
    }
    if (lignes.length > 0)
      await db
        .insert(indicateurs)
        .values(lignes)
        .onConflictDoUpdate({
          target: [indicateurs.collectiviteId, indicateurs.id],
          set: {
            rang: sql`excluded.rang`,
            intitule: sql`excluded.intitule`,
            unite: sql`excluded.unite`,
            initiale: sql`excluded.initiale`,
            cible: sql`excluded.cible`
          }
        })
  }
)

/** Adds a dated value to an indicator of the fiche. Refusal: the indicator is not found. */
export const releverIndicateur = commande('indicateur.relever', {
  saisie: releveSchema.extend({ id: z.uuid(), indicateurId: z.uuid() }),
  charger: async ({ db, perimetre }, { id, indicateurId }) =>
    (
      await db
        .select({ id: indicateurs.id })
        .from(indicateurs)
        .where(
          and(
            eq(indicateurs.collectiviteId, perimetre.collectiviteId),
            eq(indicateurs.ficheId, id),
            eq(indicateurs.id, indicateurId)
          )
        )
    )[0] ?? null,
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId }, _, { id: ficheId, indicateurId, date, valeur }) => {
    await db
      .insert(indicateursValeurs)
      .values({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), ficheId, indicateurId, date, valeur })
  }
})

/** Writes (or, with an empty text, takes back) an action's answer to a transversal axis at one moment. Refusal: `axe_inconnu`. */
export const repondreTransversal = commande('fiche.repondre', {
  saisie: z.object({ id: z.uuid(), axeId: z.uuid(), moment: z.enum(MOMENTS), texte: facultatif(texteSchema) }),
  charger: async (ctx, { id, axeId }) => {
    const fiche = await verrouiller(ctx, id)
    const [axe] = await ctx.db
      .select({ nature: axes.nature })
      .from(axes)
      .where(and(eq(axes.collectiviteId, ctx.perimetre.collectiviteId), eq(axes.id, axeId), isNull(axes.supprimeLe)))
    return fiche ? { axe: axe ?? null } : null
  },
  droit: peutEcrireFiche,
  regle: ({ axe }) => (axe?.nature === 'transversal' ? {} : refuser('axe_inconnu', 'axeId')),
  agir: async ({ db, perimetre, nouvelId }, _, { id: ficheId, axeId, moment, texte }) => {
    const { collectiviteId } = perimetre
    if (texte === null || texte === '')
      await db
        .delete(reponses)
        .where(
          and(
            eq(reponses.collectiviteId, collectiviteId),
            eq(reponses.ficheId, ficheId),
            eq(reponses.axeId, axeId),
            eq(reponses.moment, moment)
          )
        )
    else
      await db
        .insert(reponses)
        .values({ collectiviteId, id: nouvelId(), ficheId, axeId, moment, texte })
        .onConflictDoUpdate({
          target: [reponses.collectiviteId, reponses.ficheId, reponses.axeId, reponses.moment],
          set: { texte }
        })
  }
})
