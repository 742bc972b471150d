import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { laStructure } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { ressourceSchema } from '../schema/ressources.ts'
import { ressources } from '../tables/regroupements.server.ts'

const laSienne = ({ perimetre }: CtxTerritoire, structureId: string) =>
  and(eq(ressources.collectiviteId, perimetre.collectiviteId), eq(ressources.structureId, structureId))

/** Says that a structure is a resource organisation, and what it offers; said again, it replaces what was said. */
export const decrireRessource = commande('ressource.decrire', {
  saisie: ressourceSchema.extend({ structureId: z.uuid() }),
  charger: (ctx, { structureId }) => laStructure(ctx, structureId),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { structureId, ...dite }) => {
    const mises = await ctx.db.update(ressources).set(dite).where(laSienne(ctx, structureId)).returning({ id: ressources.id })
    if (mises.length > 0) return
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(ressources).values({ collectiviteId, id: ctx.nouvelId(), structureId, ...dite })
  }
})

/** Says that it is none any more; the history can bring it back. */
export const effacerRessource = commande('ressource.effacer', {
  saisie: z.object({ structureId: z.uuid() }),
  charger: async (ctx, { structureId }) =>
    (await ctx.db.select({ id: ressources.id }).from(ressources).where(laSienne(ctx, structureId)).for('update'))[0] ?? null,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { structureId }) => void (await ctx.db.delete(ressources).where(laSienne(ctx, structureId)))
})
