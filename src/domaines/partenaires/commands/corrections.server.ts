import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutParlerDeSoi, peutTenirAnnuaire } from '../droits.ts'
import { CORRECTIONS_MAX, proposerCorrectionSchema } from '../schema/corrections.ts'
import { corrections } from '../tables/corrections.server.ts'
import { sesStructures } from './parler-de-soi.server.ts'

/**
 * Says what is wrong in the directory, of oneself or of a structure where one is today, by the link of one's page. Refusals:
 * `structure_inconnue`, `trop_de_corrections` when ten already wait.
 */
export const proposerCorrection = commande('correction.proposer', {
  saisie: proposerCorrectionSchema,
  charger: async (ctx, { id, structureId }) => {
    const { db } = ctx
    const ici = ctx.perimetre.collectiviteId
    const siennes = await sesStructures(ctx, id)
    if (!siennes) return null
    const attendent = await db.$count(
      corrections,
      and(eq(corrections.collectiviteId, ici), eq(corrections.personneId, id), isNull(corrections.traiteeLe))
    )
    return { id, attendent, la: structureId === null || siennes.includes(structureId) }
  },
  droit: (acteur: Acteur, qui) => peutParlerDeSoi(acteur, qui),
  regle: ({ attendent, la }) => {
    if (!la) return refuser('structure_inconnue', 'structureId')
    return attendent < CORRECTIONS_MAX ? {} : refuser('trop_de_corrections')
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { id: personneId, structureId, texte }) => {
    const { collectiviteId } = perimetre
    await db.insert(corrections).values({ collectiviteId, id: nouvelId(), personneId, structureId, texte, creeLe: maintenant })
  }
})

const dire = (nom: string, traiter: boolean) =>
  commande(nom, {
    saisie: z.object({ id: z.uuid() }),
    charger: async (ctx, { id }) => {
      const [une] = await ctx.db
        .select({ traiteeLe: corrections.traiteeLe })
        .from(corrections)
        .where(cette(ctx, id))
        .for('update')
      return une && (une.traiteeLe === null) === traiter ? une : null
    },
    droit: peutTenirAnnuaire,
    regle: () => ({}),
    agir: async (ctx, _, { id }) =>
      void (await ctx.db
        .update(corrections)
        .set({ traiteeLe: traiter ? ctx.maintenant : null })
        .where(cette(ctx, id)))
  })

/** The directory was put right, or needs not be. */
export const traiterCorrection = dire('correction.traiter', true)

/** It was not after all. */
export const reprendreCorrection = dire('correction.reprendre', false)

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(corrections.collectiviteId, perimetre.collectiviteId), eq(corrections.id, id))
