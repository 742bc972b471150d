import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { indicateursSchema, releveSchema } from '../schema/saisies.ts'
import { fiches } from '../tables.server.ts'
import { indicateurs, indicateursValeurs } from '../tables/indicateurs.server.ts'
import { cetteFiche, verrouillerFiche } from './fiche.server.ts'

/** Columns of an indicator that its form writes again. */
const REPRIS = [
  'rang',
  'intitule',
  'unite',
  'initiale',
  'cible',
  'definition',
  'nature',
  'source',
  'frequence',
  'detenteurId',
  'objectif'
] as const

/**
 * Writes the indicators of a fiche: those with an id keep their dated values, the others are new, the missing ones go (the history keeps
 * them). Who holds a figure is named: unknown names enter the directory.
 */
export const ecrireIndicateurs = commande('fiche.ecrire_indicateurs', {
  saisie: z.object({ id: z.uuid(), indicateurs: indicateursSchema }),
  charger: (ctx, { id }) => verrouillerFiche(ctx, id),
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async (ctx, _, { id: ficheId, indicateurs: voulus }) => {
    const { db, perimetre, nouvelId } = ctx
    const { collectiviteId } = perimetre
    const deLaFiche = and(eq(indicateurs.collectiviteId, collectiviteId), eq(indicateurs.ficheId, ficheId))
    const connus = new Set(
      (await db.select({ id: indicateurs.id }).from(indicateurs).where(deLaFiche)).map((indicateur) => indicateur.id)
    )
    const { ids } = await assurerStructures.dans(ctx, { noms: voulus.flatMap(({ detenteur }) => detenteur ?? []) })
    const lignes = voulus.map(({ id, detenteur, ...reste }, rang) => ({
      collectiviteId,
      id: id !== null && connus.has(id) ? id : nouvelId(),
      ficheId,
      rang: rang + 1,
      detenteurId: detenteur === null ? null : ids.get(normaliser(detenteur))!,
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
          set: Object.fromEntries(REPRIS.map((champ) => [champ, sql.raw(`excluded.${champ.replace('Id', '_id')}`)]))
        })
    await db.update(fiches).set({ modifieLe: ctx.maintenant }).where(cetteFiche(ctx, ficheId))
  }
})

/** A value is what was measured, never what will be. */
const pasEncore = (_: unknown, { date }: z.output<typeof releveSchema>, quand: Date) =>
  premierJour(date) > jourDe(quand) ? refuser('releve_a_venir', 'date') : {}

/** Adds a dated value to an indicator of the fiche. Refusal: `releve_a_venir`. */
export const releverIndicateur = commande('indicateur.relever', {
  saisie: releveSchema.extend({ id: z.uuid(), indicateurId: z.uuid() }),
  charger: async (ctx, { id, indicateurId }) => {
    if (!(await verrouillerFiche(ctx, id))) return null
    const celui = and(
      eq(indicateurs.collectiviteId, ctx.perimetre.collectiviteId),
      eq(indicateurs.ficheId, id),
      eq(indicateurs.id, indicateurId)
    )
    return (await ctx.db.select({ id: indicateurs.id }).from(indicateurs).where(celui))[0] ?? null
  },
  droit: peutEcrireFiche,
  regle: pasEncore,
  agir: async ({ db, perimetre, nouvelId }, _, { id: ficheId, indicateurId, date, valeur }) => {
    const id = nouvelId()
    await db
      .insert(indicateursValeurs)
      .values({ collectiviteId: perimetre.collectiviteId, id, ficheId, indicateurId, date, valeur })
    return { id }
  }
})

/** Corrects a dated value of the fiche. Refusal: `releve_a_venir`. */
export const corrigerReleve = commande('releve.corriger', {
  saisie: releveSchema.extend({ ficheId: z.uuid(), id: z.uuid() }),
  charger: async (ctx, { ficheId, id }) => {
    if (!(await verrouillerFiche(ctx, ficheId))) return null
    const celui = and(
      eq(indicateursValeurs.collectiviteId, ctx.perimetre.collectiviteId),
      eq(indicateursValeurs.ficheId, ficheId),
      eq(indicateursValeurs.id, id),
      isNull(indicateursValeurs.supprimeLe)
    )
    return (await ctx.db.select({ id: indicateursValeurs.id }).from(indicateursValeurs).where(celui))[0] ?? null
  },
  droit: peutEcrireFiche,
  regle: pasEncore,
  agir: async ({ db, perimetre }, _, { id, date, valeur }) => {
    await db
      .update(indicateursValeurs)
      .set({ date, valeur })
      .where(and(eq(indicateursValeurs.collectiviteId, perimetre.collectiviteId), eq(indicateursValeurs.id, id)))
  }
})

/** Takes a dated value away, and brings it back. */
export const { retirer: retirerReleve, retablir: retablirReleve } = corbeilleDe('releve', indicateursValeurs, peutEcrireFiche)
