import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { facultatif, ligneSchema, lignesSchema, texteSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { peutEcrireContrat } from '../droits.ts'
import { listerAxes } from '../queries.server.ts'
import { deplacer, feraitBoucle } from '../regles/arbre.ts'
import { TRANSVERSAUX_PROPOSES } from '../regles/transversaux.ts'
import { AGES, NATURES_AXE } from '../schema.ts'
import { axes } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'

const axeSchema = z.object({
  intitule: ligneSchema('L’intitulé de l’axe', 500),
  enjeu: facultatif(texteSchema).default(null),
  constat: facultatif(texteSchema).default(null),
  objectif: facultatif(texteSchema).default(null),
  question: facultatif(texteSchema).default(null),
  sousQuestions: lignesSchema(20).default([]),
  conseilConception: facultatif(texteSchema).default(null),
  exemplesConception: lignesSchema(10).default([]),
  conseilDeclinaison: facultatif(texteSchema).default(null),
  exemplesDeclinaison: lignesSchema(10).default([]),
  conseilEvaluation: facultatif(texteSchema).default(null),
  exemplesEvaluation: lignesSchema(10).default([]),
  instance: facultatif(ligneSchema('L’instance', 100)).default(null),
  demandePar: facultatif(ligneSchema('Qui le demande', 100)).default(null),
  ages: z.array(z.enum(AGES)).default([])
})

const chargerArbre = async (ctx: CtxTerritoire, contratId: string) => {
  const contrat = await verrouiller(ctx, contratId)
  return contrat ? { contrat, axes: await listerAxes(ctx.db, ctx.perimetre, contratId) } : null
}

/** Depth of a place in the tree: 0 at the top. */
const profondeurDe = (liste: readonly { id: string; parentId: string | null }[], parentId: string | null): number => {
  const parents = new Map(liste.map((axe) => [axe.id, axe.parentId]))
  let profondeur = 0
  for (let place = parentId; place; place = parents.get(place) ?? null) profondeur++
  return profondeur
}

/** Adds an axis at the end of its siblings. Refusals: `parent_inconnu`, `trop_profond` (the contract names no such level). */
export const creerAxe = commande('axe.creer', {
  saisie: axeSchema.extend({
    contratId: z.uuid(),
    parentId: facultatif(z.uuid()).default(null),
    nature: z.enum(NATURES_AXE).default('thematique'),
    exemple: z.boolean().default(false)
  }),
  charger: (ctx, { contratId }) => chargerArbre(ctx, contratId),
  droit: peutEcrireContrat,
  regle: ({ contrat, axes: liste }, { parentId, nature }) => {
    const parent = liste.find((axe) => axe.id === parentId)
    if (parentId && (!parent || parent.nature !== nature || nature === 'transversal'))
      return refuser('parent_inconnu', 'parentId')
    if (profondeurDe(liste, parentId) >= contrat.niveaux.length)
      return refuser('trop_profond', 'parentId', { niveaux: contrat.niveaux })
    const freres = liste.filter((axe) => axe.parentId === parentId && axe.nature === nature)
    return { rang: Math.max(0, ...freres.map((axe) => axe.rang)) + 1 }
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, saisie, { rang }) => {
    const id = nouvelId()
    await db.insert(axes).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      ...saisie,
      cleIntitule: normaliser(saisie.intitule),
      rang,
      creeLe: maintenant
    })
    return { id }
  }
})

/** Changes what an axis says. */
export const modifierAxe = commande('axe.modifier', {
  saisie: axeSchema.extend({ id: z.uuid() }),
  charger: async ({ db, perimetre }, { id }) =>
    (
      await db
        .select({ id: axes.id })
        .from(axes)
        .where(and(eq(axes.collectiviteId, perimetre.collectiviteId), eq(axes.id, id), isNull(axes.supprimeLe)))
        .for('update')
    )[0] ?? null,
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id, ...saisie }) => {
    await db
      .update(axes)
      .set({ ...saisie, cleIntitule: normaliser(saisie.intitule) })
      .where(and(eq(axes.collectiviteId, perimetre.collectiviteId), eq(axes.id, id)))
  }
})

/** Moves an axis among its siblings or under another; `place` counts from 0. Refusals: `parent_inconnu`, `boucle`, `trop_profond`. */
export const deplacerAxe = commande('axe.deplacer', {
  saisie: z.object({
    contratId: z.uuid(),
    id: z.uuid(),
    parentId: facultatif(z.uuid()).default(null),
    place: z.coerce.number().int().min(0)
  }),
  charger: async (ctx, { contratId, id }) => {
    const arbre = await chargerArbre(ctx, contratId)
    const axe = arbre?.axes.find((candidat) => candidat.id === id)
    return arbre && axe ? { ...arbre, axe } : null
  },
  droit: peutEcrireContrat,
  regle: ({ contrat, axes: liste, axe }, { id, parentId, place }) => {
    if (
      parentId &&
      !liste.some((candidat) => candidat.id === parentId && candidat.nature === 'thematique' && axe.nature === 'thematique')
    )
      return refuser('parent_inconnu', 'parentId')
    if (feraitBoucle(liste, id, parentId)) return refuser('boucle', 'parentId')
    const hauteur = (racine: string): number =>
      1 + Math.max(0, ...liste.filter((candidat) => candidat.parentId === racine).map((candidat) => hauteur(candidat.id)))
    if (axe.nature === 'thematique' && profondeurDe(liste, parentId) + hauteur(id) > contrat.niveaux.length)
      return refuser('trop_profond', 'parentId', { niveaux: contrat.niveaux })
    const freres = liste
      .filter((candidat) => candidat.parentId === parentId && candidat.nature === axe.nature)
      .map((candidat) => candidat.id)
    return { ordre: deplacer(freres, id, place) }
  },
  agir: async ({ db, perimetre }, _, { id, parentId }, { ordre }) => {
    const ici = eq(axes.collectiviteId, perimetre.collectiviteId)
    await db
      .update(axes)
      .set({ parentId })
      .where(and(ici, eq(axes.id, id)))
    await db.execute(sql`update axes set rang = o.rang from unnest(${sql.param(ordre)}::uuid[]) with ordinality as o(id, rang)
      where axes.collectivite_id = ${perimetre.collectiviteId} and axes.id = o.id and axes.rang <> o.rang`)
  }
})

export const { retirer: retirerAxe, retablir: retablirAxe } = corbeilleDe('axe', axes, peutEcrireContrat)

/** Offers the four transversal axes of Cergy to a contract that has none. Refusal: `deja_des_transversaux`. */
export const proposerTransversaux = commande('axes.proposer_transversaux', {
  saisie: z.object({ contratId: z.uuid() }),
  charger: (ctx, { contratId }) => chargerArbre(ctx, contratId),
  droit: peutEcrireContrat,
  regle: ({ axes: liste }) => (liste.some((axe) => axe.nature === 'transversal') ? refuser('deja_des_transversaux') : {}),
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { contratId }) => {
    await db.insert(axes).values(
      TRANSVERSAUX_PROPOSES.map((axe, rang) => ({
        collectiviteId: perimetre.collectiviteId,
        id: nouvelId(),
        contratId,
        nature: 'transversal' as const,
        rang: rang + 1,
        ...axe,
        cleIntitule: normaliser(axe.intitule),
        ages: [],
        creeLe: maintenant
      }))
    )
  }
})

/** Puts axes that share a parent in the order given. Refusal: `ordre_incomplet` when they are not all of them, or not siblings. */
export const ordonnerAxes = commande('axes.ordonner', {
  saisie: z.object({ contratId: z.uuid(), ordre: z.array(z.uuid()).min(1).max(500) }),
  charger: (ctx, { contratId }) => chargerArbre(ctx, contratId),
  droit: peutEcrireContrat,
  regle: ({ axes: liste }, { ordre }) => {
    const premier = liste.find((axe) => axe.id === ordre[0])
    const freres = liste
      .filter((axe) => premier && axe.parentId === premier.parentId && axe.nature === premier.nature)
      .map((axe) => axe.id)
    const memes =
      freres.length === ordre.length && new Set(ordre).size === ordre.length && ordre.every((id) => freres.includes(id))
    return memes ? {} : refuser('ordre_incomplet')
  },
  agir: async ({ db, perimetre }, _, { ordre }) => {
    await db.execute(sql`update axes set rang = o.rang from unnest(${sql.param(ordre)}::uuid[]) with ordinality as o(id, rang)
      where axes.collectivite_id = ${perimetre.collectiviteId} and axes.id = o.id and axes.rang <> o.rang`)
  }
})
