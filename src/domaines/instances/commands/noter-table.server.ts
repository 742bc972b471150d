import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { facultatif, rangeesSchema, texteSchema } from '#platform/saisie.ts'
import { peutTenirInstances } from '../droits.ts'
import { paires } from '../tables/rencontres.server.ts'
import { cette, laPaire } from './rencontres.server.ts'

const promesseSchema = z
  .object({ paire: facultatif(z.uuid()).default(null), promesse: facultatif(texteSchema).default(null) })
  .refine(({ paire, promesse }) => paire !== null || promesse === null, { path: ['paire'], error: 'Dites entre qui.' })

/**
 * Keeps what was said at a table of more than two, named by one of its pairs: who gives her contacts to the others there, and what two of them
 * promised each other. Refusals: `pause`, `autre_table`.
 */
export const noterTable = commande('rencontre.noter_table', {
  saisie: z.object({
    id: z.uuid(),
    donnent: z.array(z.uuid()).max(40).default([]),
    promesses: rangeesSchema(promesseSchema, 40).default([])
  }),
  charger: async (ctx, { id }) => {
    const paire = await laPaire(ctx, id)
    if (!paire) return null
    const table = await ctx.db
      .select()
      .from(paires)
      .where(
        and(
          eq(paires.collectiviteId, ctx.perimetre.collectiviteId),
          eq(paires.seanceId, paire.seanceId),
          eq(paires.tour, paire.tour),
          eq(paires.rang, paire.rang)
        )
      )
      .for('update')
    return { paire, table }
  },
  droit: peutTenirInstances,
  regle: ({ paire, table }, { promesses }) => {
    if (!paire.autreId) return refuser('pause')
    const siennes = new Set(table.map(({ id }) => id))
    return promesses.every((dite) => dite.paire === null || siennes.has(dite.paire)) ? {} : refuser('autre_table', 'promesses')
  },
  agir: async (ctx, { table }, { donnent, promesses }) => {
    for (const { id, unId, autreId, tenueLe } of table) {
      const dites = promesses.flatMap(({ paire, promesse }) => (paire === id && promesse ? [promesse] : []))
      const promesse = dites.join('\n') || null
      const accords = { unAccepte: donnent.includes(unId), autreAccepte: autreId !== null && donnent.includes(autreId) }
      await ctx.db
        .update(paires)
        .set({ promesse, tenueLe: promesse ? tenueLe : null, ...accords })
        .where(cette(ctx, id))
    }
  }
})
