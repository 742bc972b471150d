import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire, type Refus } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { peutTenirInstances } from '../droits.ts'
import { familleDe } from '../regles.ts'
import { passageSchema } from '../schema/passages.ts'
import { instances } from '../tables.server.ts'
import { passages } from '../tables/passages.server.ts'

/** One went, one does not plan to go; and only where residents take part is it logged so. */
const juger = (
  { nature }: Pick<typeof instances.$inferSelect, 'nature'>,
  { date }: z.output<typeof passageSchema>,
  quand: Date
): Refus<'pas_participative' | 'passage_a_venir'> | Record<never, never> => {
  if (familleDe(nature) !== 'participatives') return refuser('pas_participative')
  return premierJour(date) > jourDe(quand) ? refuser('passage_a_venir', 'date') : {}
}

/** Notes that the service went to a participatory body, and what was raised. Refusals: `pas_participative`, `passage_a_venir`. */
export const noterPassage = commande('passage.noter', {
  saisie: passageSchema.extend({ id: z.uuid(), exemple: z.boolean().default(false) }),
  charger: (ctx, { id }) => linstance(ctx, id),
  droit: peutTenirInstances,
  regle: (instance, saisie, quand) => juger(instance, saisie, quand),
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { id: instanceId, ...dit }) => {
    const id = nouvelId()
    await db.insert(passages).values({ collectiviteId: perimetre.collectiviteId, id, instanceId, ...dit, creeLe: maintenant })
    return { id }
  }
})

/** Corrects it, or says afterwards what was made of it. Refusals: the same. */
export const modifierPassage = commande('passage.modifier', {
  saisie: passageSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const [passage] = await ctx.db
      .select()
      .from(passages)
      .where(and(celui(ctx, id), isNull(passages.supprimeLe)))
      .for('update')
    return passage ? linstance(ctx, passage.instanceId) : null
  },
  droit: peutTenirInstances,
  regle: (instance, saisie, quand) => juger(instance, saisie, quand),
  agir: async (ctx, _, { id, ...dit }) => void (await ctx.db.update(passages).set(dit).where(celui(ctx, id)))
})

/** Takes one away, and brings it back. */
export const { retirer: retirerPassage, retablir: retablirPassage } = corbeilleDe('passage', passages, peutTenirInstances)

const celui = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(passages.collectiviteId, perimetre.collectiviteId), eq(passages.id, id))

async function linstance({ db, perimetre }: CtxTerritoire, id: string) {
  const [instance] = await db
    .select({ nature: instances.nature })
    .from(instances)
    .where(and(eq(instances.collectiviteId, perimetre.collectiviteId), eq(instances.id, id), isNull(instances.supprimeLe)))
  return instance ?? null
}
