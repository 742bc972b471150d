import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema, lignesSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { listerAxes, listerLiensPrs } from '../queries.server.ts'
import { lireAxesDuPrs } from '../regles/prs.ts'
import { axesPrs, contrats, prs, prsAxes } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'

/** « axis of the contract.axis of the regional plan », as a box of the form says it. */
const lienPrsSchema = z
  .string()
  .transform((dit) => dit.split('.'))
  .pipe(z.tuple([z.uuid(), z.uuid()], 'Ce lien ne se lit pas\u00a0: rechargez la page.'))
  .transform(([axeId, prsAxeId]) => ({ axeId, prsAxeId }))

const prsSchema = z
  .object({
    sigle: ligneSchema('Le sigle du projet régional', 20),
    intitule: facultatif(ligneSchema('L’intitulé du projet régional')).default(null),
    debut: facultatif(dateTapeeSchema).default(null),
    fin: facultatif(dateTapeeSchema).default(null),
    parueLe: facultatif(dateTapeeSchema).default(null),
    /** one axis a line, its number first: « 4. Réduire les inégalités » */
    axes: lignesSchema(60).default([]),
    exemple: z.boolean().optional()
  })
  .refine(finApresDebut, { path: ['fin'], error: 'La fin du projet régional est avant son début.' })

const unPrs = async ({ db, perimetre }: CtxTerritoire, id: string) => {
  const ici = and(eq(prs.collectiviteId, perimetre.collectiviteId), eq(prs.id, id), isNull(prs.supprimeLe))
  return (await db.select().from(prs).where(ici).for('update'))[0] ?? null
}

/** Axes keep their row by their number, so that links stand when a title is corrected; those whose number is gone go, with their links. */
async function ecrireAxes({ db, perimetre, nouvelId }: CtxTerritoire, prsId: string, lus: ReturnType<typeof lireAxesDuPrs>) {
  const ici = and(eq(prsAxes.collectiviteId, perimetre.collectiviteId), eq(prsAxes.prsId, prsId))
  const anciens = await db.select({ id: prsAxes.id, numero: prsAxes.numero }).from(prsAxes).where(ici)
  const parNumero = new Map(anciens.map(({ id, numero }) => [numero, id]))
  const gardes = new Set(lus.map(({ numero }) => numero))
  const partis = anciens.filter(({ numero }) => !gardes.has(numero)).map(({ id }) => id)
  if (partis.length > 0) {
    await db.delete(axesPrs).where(and(eq(axesPrs.collectiviteId, perimetre.collectiviteId), inArray(axesPrs.prsAxeId, partis)))
    await db.delete(prsAxes).where(and(ici, inArray(prsAxes.id, partis)))
  }
  for (const [rang, { numero, intitule }] of lus.entries()) {
    const id = parNumero.get(numero)
    if (id)
      await db
        .update(prsAxes)
        .set({ rang, intitule })
        .where(and(ici, eq(prsAxes.id, id)))
    else
      await db.insert(prsAxes).values({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), prsId, rang, numero, intitule })
  }
}

/** Notes a version of the regional plan and its axes. Refusal: `numero_double`. */
export const inscrirePrs = commande('prs.inscrire', {
  saisie: prsSchema,
  charger: async () => ({}),
  droit: peutEcrireContrat,
  regle: (_, { axes: lignes }) => jugerAxes(lignes),
  agir: async (ctx, _, { axes: _axes, ...saisie }, { lus }) => {
    const id = ctx.nouvelId()
    await ctx.db.insert(prs).values({ collectiviteId: ctx.perimetre.collectiviteId, id, ...saisie })
    await ecrireAxes(ctx, id, lus)
    return { id }
  }
})

function jugerAxes(lignes: readonly string[]) {
  const lus = lireAxesDuPrs(lignes)
  const numeros = lus.map(({ numero }) => numero)
  const double = numeros.find((numero, rang) => numeros.indexOf(numero) !== rang)
  return double === undefined ? { lus } : refuser('numero_double', 'axes', { numero: double })
}

/** Corrects a version of the regional plan; links follow the numbers of its axes. Refusal: `numero_double`. */
export const modifierPrs = commande('prs.modifier', {
  saisie: prsSchema.safeExtend({ id: z.uuid() }),
  charger: (ctx, { id }) => unPrs(ctx, id),
  droit: peutEcrireContrat,
  regle: (_, { axes: lignes }) => jugerAxes(lignes),
  agir: async (ctx, _, { id, axes: _axes, exemple: _exemple, ...saisie }, { lus }) => {
    await ctx.db
      .update(prs)
      .set(saisie)
      .where(and(eq(prs.collectiviteId, ctx.perimetre.collectiviteId), eq(prs.id, id)))
    await ecrireAxes(ctx, id, lus)
  }
})

export const { retirer: retirerPrs, retablir: retablirPrs } = corbeilleDe('prs', prs, peutEcrireContrat)

/** Says which version of the regional plan a contract refers to, or none. Refusal: `prs_inconnu`. */
export const choisirPrs = commande('contrat.choisir_prs', {
  saisie: z.object({ contratId: z.uuid(), prsId: facultatif(z.uuid()).default(null) }),
  charger: async (ctx, { contratId, prsId }) =>
    (await verrouiller(ctx, contratId)) ? { connu: prsId === null || (await unPrs(ctx, prsId)) !== null } : null,
  droit: peutEcrireContrat,
  regle: ({ connu }) => (connu ? {} : refuser('prs_inconnu', 'prsId')),
  agir: async ({ db, perimetre }, _, { contratId, prsId }) => {
    await db
      .update(contrats)
      .set({ prsId })
      .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, contratId)))
  }
})

/**
 * Says which axes of one version of the regional plan the axes of a contract answer, all of them at once; their links to other versions
 * stay, they are its past. Refusal: `prs_axe_inconnu`.
 */
export const relierAxes = commande('contrat.relier_prs', {
  saisie: z.object({ contratId: z.uuid(), prsId: z.uuid(), liens: z.array(lienPrsSchema).max(5_000).default([]) }),
  charger: async (ctx, { contratId, prsId }) => {
    const { db, perimetre } = ctx
    if (!(await verrouiller(ctx, contratId)) || !(await unPrs(ctx, prsId))) return null
    const version = await db
      .select({ id: prsAxes.id })
      .from(prsAxes)
      .where(and(eq(prsAxes.collectiviteId, perimetre.collectiviteId), eq(prsAxes.prsId, prsId)))
    const siens = new Set(version.map(({ id }) => id))
    return {
      siens,
      axes: new Set((await listerAxes(db, perimetre, contratId)).map(({ id }) => id)),
      poses: (await listerLiensPrs(db, perimetre, contratId)).filter(({ prsAxeId }) => siens.has(prsAxeId))
    }
  },
  droit: peutEcrireContrat,
  regle: ({ siens, axes: lesAxes }, { liens }) =>
    liens.every(({ axeId, prsAxeId }) => lesAxes.has(axeId) && siens.has(prsAxeId)) ? {} : refuser('prs_axe_inconnu', 'liens'),
  agir: async ({ db, perimetre, nouvelId }, { poses }, { liens }) => {
    const { collectiviteId } = perimetre
    const cleDe = ({ axeId, prsAxeId }: { axeId: string; prsAxeId: string }) => `${axeId} ${prsAxeId}`
    const voulus = new Map(liens.map((lien) => [cleDe(lien), lien]))
    const partis = poses.filter((lien) => !voulus.delete(cleDe(lien))).map(({ id }) => id)
    if (partis.length > 0)
      await db.delete(axesPrs).where(and(eq(axesPrs.collectiviteId, collectiviteId), inArray(axesPrs.id, partis)))
    if (voulus.size > 0)
      await db.insert(axesPrs).values([...voulus.values()].map((lien) => ({ collectiviteId, id: nouvelId(), ...lien })))
  }
})
