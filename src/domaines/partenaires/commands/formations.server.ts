import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { formationSchema } from '../schema/formations.ts'
import { structures } from '../tables.server.ts'
import { formations, formationsStructures } from '../tables/formations.server.ts'

type Dite = z.output<typeof formationSchema>

const ici = ({ perimetre }: CtxTerritoire) => eq(formations.collectiviteId, perimetre.collectiviteId)

/** True when all of these structures are of the directory. */
async function connues({ db, perimetre }: CtxTerritoire, ids: string[]): Promise<boolean> {
  const voulues = [...new Set(ids)]
  if (voulues.length === 0) return true
  const dIci = and(
    eq(structures.collectiviteId, perimetre.collectiviteId),
    inArray(structures.id, voulues),
    isNull(structures.supprimeLe)
  )
  return (await db.select({ id: structures.id }).from(structures).where(dIci)).length === voulues.length
}

/** What is noted was held: one that is to come is a meeting. */
const juger = ({ date }: Dite, quand: Date) => (premierJour(date) > jourDe(quand) ? refuser('formation_a_venir', 'date') : {})

async function direQui({ db, perimetre, nouvelId }: CtxTerritoire, formationId: string, services: string[]): Promise<void> {
  const { collectiviteId } = perimetre
  await db
    .delete(formationsStructures)
    .where(and(eq(formationsStructures.collectiviteId, collectiviteId), eq(formationsStructures.formationId, formationId)))
  const lignes = [...new Set(services)].map((structureId) => ({ collectiviteId, id: nouvelId(), formationId, structureId }))
  if (lignes.length > 0) await db.insert(formationsStructures).values(lignes)
}

/** Notes a training that the coordination followed or gave, and whom it reached. Refusal: `formation_a_venir`. */
export const noterFormation = commande('formation.noter', {
  saisie: formationSchema,
  charger: async (ctx, { services }) => ((await connues(ctx, services)) ? {} : null),
  droit: peutTenirAnnuaire,
  regle: (_, dite, quand) => juger(dite, quand),
  agir: async (ctx, _, { services, ...dite }) => {
    const id = ctx.nouvelId()
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(formations).values({ collectiviteId, id, ...dite, creeLe: ctx.maintenant })
    await direQui(ctx, id, services)
    return { id }
  }
})

/** Corrects it. Refusal: `formation_a_venir`. */
export const modifierFormation = commande('formation.modifier', {
  saisie: formationSchema.omit({ exemple: true }).extend({ id: z.uuid() }),
  charger: async (ctx, { id, services }) => {
    if (!(await connues(ctx, services))) return null
    const cette = and(ici(ctx), eq(formations.id, id), isNull(formations.supprimeLe))
    return (await ctx.db.select({ id: formations.id }).from(formations).where(cette).for('update'))[0] ?? null
  },
  droit: peutTenirAnnuaire,
  regle: (_, dite, quand) => juger({ ...dite, exemple: false }, quand),
  agir: async (ctx, _, { id, services, ...dite }) => {
    await ctx.db
      .update(formations)
      .set(dite)
      .where(and(ici(ctx), eq(formations.id, id)))
    await direQui(ctx, id, services)
  }
})

/** Takes one away, and brings it back. */
export const { retirer: retirerFormation, retablir: retablirFormation } = corbeilleDe('formation', formations, peutTenirAnnuaire)
