import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { collectivitesCommunes } from '#domaines/territoires/tables.server.ts'
import { laStructure, quartierDIci } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { implantationSchema } from '../schema/implantations.ts'
import { implantations } from '../tables/implantations.server.ts'

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(implantations.collectiviteId, perimetre.collectiviteId), eq(implantations.id, id), isNull(implantations.supprimeLe))

/** No commune, or one of the territory. */
async function communeDIci({ db, perimetre }: CtxTerritoire, code: string | null): Promise<boolean> {
  if (code === null) return true
  const { collectiviteId, code: colonne } = collectivitesCommunes
  const dIci = and(eq(collectiviteId, perimetre.collectiviteId), eq(colonne, code))
  return (await db.select({ code: colonne }).from(collectivitesCommunes).where(dIci)).length > 0
}

type Dite = z.output<typeof implantationSchema>
const colonnes = ({ point, ...dite }: Dite) => ({
  ...dite,
  // what is in a quartier or a commune of the territory is on it, whatever the box says
  surPlace: dite.surPlace || dite.quartierId !== null || dite.commune !== null,
  latitude: point?.latitude ?? null,
  longitude: point?.longitude ?? null
})
const ouIlEst = async (ctx: CtxTerritoire, { quartierId, commune }: Dite) =>
  (await quartierDIci(ctx, quartierId)) && (await communeDIci(ctx, commune))

/** Notes a place where a partner is. */
export const noterImplantation = commande('implantation.noter', {
  saisie: implantationSchema.extend({ structureId: z.uuid(), exemple: z.boolean().default(false) }),
  charger: async (ctx, { structureId, ...dite }) => ((await ouIlEst(ctx, dite)) ? laStructure(ctx, structureId) : null),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { structureId, exemple, ...dite }) => {
    const id = ctx.nouvelId()
    const { collectiviteId } = ctx.perimetre
    await ctx.db
      .insert(implantations)
      .values({ collectiviteId, id, structureId, ...colonnes(dite), exemple, creeLe: ctx.maintenant })
    return { id }
  }
})

/** Corrects it. */
export const modifierImplantation = commande('implantation.modifier', {
  saisie: implantationSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id, ...dite }) => {
    if (!(await ouIlEst(ctx, dite))) return null
    return (await ctx.db.select({ id: implantations.id }).from(implantations).where(cette(ctx, id)).for('update'))[0] ?? null
  },
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { id, ...dite }) => void (await ctx.db.update(implantations).set(colonnes(dite)).where(cette(ctx, id)))
})

/** Takes one away, and brings it back. */
export const { retirer: retirerImplantation, retablir: retablirImplantation } = corbeilleDe(
  'implantation',
  implantations,
  peutTenirAnnuaire
)
