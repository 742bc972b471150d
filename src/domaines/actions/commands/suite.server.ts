import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif, rangeesSchema, texteSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { EN_COURS, etatAu } from '#domaines/contrats/regles/etat.ts'
import { lireSuite } from '../queries/suite.server.ts'
import { decisionsAEcrire } from '../regles/suite.ts'
import { fiches, places } from '../tables.server.ts'
import { devenirs } from '../tables/suivi.server.ts'
import { placerFiche } from './fiche.server.ts'

const mot = z.string().trim().max(60).default('')

/** Statuses that a decision gives; taking over or going on outside gives none. */
const STATUT_DE = { terminee: 'realise', abandonnee: 'abandonne' } as const

/** Takes an action into the contract that follows: since its beginning, or since the day when that one already binds. */
async function reprendre(ctx: CtxTerritoire, ficheId: string, contratId: string, axeId: string | null, depuis: string | null) {
  await placerFiche.dans(ctx, { id: ficheId, contratId, axeId })
  if (depuis)
    await ctx.db
      .update(places)
      .set({ depuis })
      .where(
        and(
          eq(places.collectiviteId, ctx.perimetre.collectiviteId),
          eq(places.ficheId, ficheId),
          eq(places.contratId, contratId),
          isNull(places.jusque)
        )
      )
}

/** Takes out of the following contract the actions that are no longer taken over. */
async function rendre({ db, perimetre }: CtxTerritoire, contratId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db
      .delete(places)
      .where(
        and(
          eq(places.collectiviteId, perimetre.collectiviteId),
          eq(places.contratId, contratId),
          inArray(places.ficheId, [...ids]),
          isNull(places.jusque)
        )
      )
}

/**
 * Says what becomes of the actions of a contract that ends, one by one or a whole axis at once; what is not said stays open.
 * « Reconduite » puts the action in the contract that follows, when there is one; « terminée » and « abandonnée » give its status.
 * Answers how many were written. Refusals: `contrat_pas_signe`, `axe_inconnu`, `date_future`.
 */
export const deciderDesSuites = commande('contrat.decider_des_suites', {
  saisie: z.object({
    contratId: z.uuid(),
    decisions: rangeesSchema(z.object({ ficheId: z.uuid(), choix: mot }), 5000).default([]),
    groupes: rangeesSchema(z.object({ axeId: mot, choix: mot })).default([]),
    date: facultatif(dateTapeeSchema).default(null),
    motif: facultatif(texteSchema).default(null)
  }),
  charger: ({ db, perimetre }, { contratId }) => lireSuite(db, perimetre, contratId),
  droit: peutEcrireContrat,
  regle: ({ contrat, suivant, fiches: siennes }, { decisions, groupes, date }, maintenant) => {
    const jour = jourDe(maintenant)
    if (contrat.etape !== 'signe') return refuser('contrat_pas_signe')
    if (date && premierJour(date) > jour) return refuser('date_future', 'date')
    const aEcrire = decisionsAEcrire(siennes, decisions, groupes)
    const axes = new Set(suivant?.axes.map(({ id }) => id))
    if ([...aEcrire.values()].some(({ axeId }) => axeId !== null && !axes.has(axeId))) return refuser('axe_inconnu')
    const depuis = suivant && EN_COURS.includes(etatAu(suivant, jour)) ? (date ?? jour) : null
    return { aEcrire, le: date ?? jour, depuis }
  },
  agir: async (ctx, { suivant, fiches: siennes }, { contratId, motif }, { aEcrire, le, depuis }) => {
    const { db, perimetre, nouvelId, maintenant } = ctx
    const { collectiviteId } = perimetre
    const ids = [...aEcrire.keys()]
    const lignes = [...aEcrire].map(([ficheId, { choix }]) => ({
      collectiviteId,
      id: nouvelId(),
      contratId,
      ficheId,
      choix,
      versContratId: choix === 'reconduite' ? (suivant?.id ?? null) : null,
      date: le,
      motif
    }))
    if (lignes.length === 0) return { ecrites: 0, geste: null }
    await db
      .insert(devenirs)
      .values(lignes)
      .onConflictDoUpdate({
        target: [devenirs.collectiviteId, devenirs.contratId, devenirs.ficheId],
        set: {
          choix: sql`excluded.choix`,
          versContratId: sql`excluded.vers_contrat_id`,
          date: sql`excluded.date`,
          motif: sql`excluded.motif`
        }
      })
    if (suivant) {
      const quittent = siennes.filter(({ id, reprise }) => reprise && aEcrire.has(id) && aEcrire.get(id)!.choix !== 'reconduite')
      const ids = quittent.map(({ id }) => id)
      await rendre(ctx, suivant.id, ids)
      for (const [id, { choix, axeId }] of aEcrire)
        if (choix === 'reconduite') await reprendre(ctx, id, suivant.id, axeId, depuis)
    }
    for (const [choix, statut] of Object.entries(STATUT_DE)) {
      const siens = ids.filter((id) => aEcrire.get(id)!.choix === choix)
      if (siens.length > 0)
        await db
          .update(fiches)
          .set({ statut, modifieLe: maintenant })
          .where(and(eq(fiches.collectiviteId, collectiviteId), inArray(fiches.id, siens)))
    }
    return { ecrites: ids.length, geste: ctx.gesteId }
  }
})
