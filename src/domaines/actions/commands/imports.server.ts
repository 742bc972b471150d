import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutImporterPlan } from '../droits.ts'
import { lireImport } from '../queries/imports.server.ts'
import { demandeSchema, ETATS_IMPORT } from '../schema/import.ts'
import { importsDePlan } from '../tables/imports.server.ts'

/** Confides a large import to a job, which leaves with this act. Answers the id under which it is followed. */
export const demanderImport = commande('import.demander', {
  saisie: z.object({ demande: demandeSchema, lignes: z.number().int().min(0) }),
  charger: async () => ({}),
  droit: peutImporterPlan,
  regle: () => ({}),
  agir: async ({ db, perimetre, acteur, nouvelId, maintenant, annoncer }, _, { demande, lignes }) => {
    const { collectiviteId } = perimetre
    const id = nouvelId()
    await db
      .insert(importsDePlan)
      .values({ collectiviteId, id, demande, demandeur: acteur, lignes, creeLe: maintenant, vuLe: maintenant })
    annoncer('import_demande', { collectiviteId, id })
    return { id }
  }
})

const celuiCi = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(importsDePlan.collectiviteId, perimetre.collectiviteId), eq(importsDePlan.id, id))

/** Asks an import to stop: what it has written is undone. Refusals: `import_fini`. */
export const arreterImport = commande('import.arreter', {
  saisie: z.object({ id: z.uuid() }),
  charger: ({ db, perimetre }, { id }) => lireImport(db, perimetre, id),
  droit: peutImporterPlan,
  regle: ({ etat }) => (etat === 'en_attente' || etat === 'en_cours' ? {} : refuser('import_fini')),
  agir: async (ctx, { etat }, { id }) => {
    // one that has not begun has nobody to hear that it must stop
    const change = etat === 'en_attente' ? { etat: 'arrete' as const } : {}
    await ctx.db
      .update(importsDePlan)
      .set({ arretDemande: true, ...change })
      .where(celuiCi(ctx, id))
  }
})

/** A sign of life of the job: answers whether it was asked to stop. Refusals: `deja_commence`, for what another process took up. */
export const suivreImport = commande('import.suivre', {
  saisie: z.object({
    id: z.uuid(),
    etat: z.enum(ETATS_IMPORT),
    commence: z.boolean().default(false),
    fait: z.number().int().optional(),
    total: z.number().int().optional(),
    contratId: z.uuid().optional(),
    message: z.string().optional()
  }),
  charger: async (ctx, { id }) => {
    const [lu] = await ctx.db.select().from(importsDePlan).where(celuiCi(ctx, id)).for('update')
    return lu ?? null
  },
  droit: (acteur) => acteur.sorte === 'systeme',
  regle: ({ etat }, { commence }) => (commence && etat !== 'en_attente' ? refuser('deja_commence') : {}),
  agir: async (ctx, { arretDemande, demande, demandeur }, { id, commence: _, ...change }) => {
    await ctx.db
      .update(importsDePlan)
      .set({ ...change, vuLe: ctx.maintenant })
      .where(celuiCi(ctx, id))
    return { arretDemande, demande, demandeur }
  }
})
