import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif, texteSchema } from '#platform/saisie.ts'
import { MOMENTS } from '#domaines/contrats/schema.ts'
import { axes } from '#domaines/contrats/tables.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import {
  champsFicheSchema,
  etapesSchema,
  financementsSchema,
  intervenantsSchema,
  objectifsSchema,
  quartiersSchema
} from '../schema/saisies.ts'
import { fiches, reponses } from '../tables.server.ts'
import { cetteFiche, verrouillerFiche } from './fiche.server.ts'
import {
  quartiersConnus,
  remplacerEtapes,
  remplacerFinancements,
  remplacerIntervenants,
  remplacerObjectifs,
  remplacerQuartiers
} from './parties.server.ts'

const partie = <S extends z.ZodObject>(
  nom: string,
  saisie: S,
  agir: (ctx: CtxTerritoire, saisie: z.output<S> & { id: string }) => Promise<unknown>
) =>
  commande(`fiche.${nom}`, {
    saisie: saisie.extend({ id: z.uuid() }),
    charger: (ctx, lue) => verrouillerFiche(ctx, (lue as { id: string }).id),
    droit: peutEcrireFiche,
    regle: () => ({}),
    agir: async (ctx, _, lue) => {
      const { id } = lue as { id: string }
      await agir(ctx, lue as z.output<S> & { id: string })
      await ctx.db.update(fiches).set({ modifieLe: ctx.maintenant }).where(cetteFiche(ctx, id))
    }
  })

export const ecrireObjectifs = partie('ecrire_objectifs', z.object({ objectifs: objectifsSchema }), (ctx, { id, objectifs }) =>
  remplacerObjectifs(ctx, new Map([[id, objectifs]]))
)
export const ecrireIntervenants = partie(
  'ecrire_intervenants',
  z.object({ intervenants: intervenantsSchema }),
  (ctx, { id, intervenants }) => remplacerIntervenants(ctx, new Map([[id, intervenants]]))
)
export const ecrireEtapes = partie('ecrire_etapes', z.object({ etapes: etapesSchema }), (ctx, { id, etapes }) =>
  remplacerEtapes(ctx, new Map([[id, etapes]]))
)
export const ecrireBudget = partie(
  'ecrire_budget',
  z.object({
    financements: financementsSchema,
    budgetPrevisionnel: champsFicheSchema.shape.budgetPrevisionnel.optional(),
    budgetTaxe: champsFicheSchema.shape.budgetTaxe.optional()
  }),
  async (ctx, { id, financements, budgetPrevisionnel, budgetTaxe }) => {
    await remplacerFinancements(ctx, new Map([[id, financements]]))
    if (budgetPrevisionnel !== undefined)
      await ctx.db
        .update(fiches)
        .set({ budgetPrevisionnel, budgetTaxe: budgetPrevisionnel === null ? 'ht' : budgetTaxe })
        .where(cetteFiche(ctx, id))
  }
)

/** Says in which quartiers an action takes place, or why in no priority one; quartiers of another territory are left out. */
export const ecrireQuartiers = partie(
  'ecrire_quartiers',
  z.object({ quartiers: quartiersSchema, horsQpv: facultatif(texteSchema).optional() }),
  async (ctx, { id, quartiers: voulus, horsQpv }) => {
    if (horsQpv !== undefined) await ctx.db.update(fiches).set({ horsQpv }).where(cetteFiche(ctx, id))
    await remplacerQuartiers(ctx, new Map([[id, await quartiersConnus(ctx, voulus)]]))
  }
)

/** Writes (or, with an empty text, takes back) an action's answer to a transversal axis at one moment. Refusal: `axe_inconnu`. */
export const repondreTransversal = commande('fiche.repondre', {
  saisie: z.object({ id: z.uuid(), axeId: z.uuid(), moment: z.enum(MOMENTS), texte: facultatif(texteSchema) }),
  charger: async (ctx, { id, axeId }) => {
    const fiche = await verrouillerFiche(ctx, id)
    const [axe] = await ctx.db
      .select({ nature: axes.nature })
      .from(axes)
      .where(and(eq(axes.collectiviteId, ctx.perimetre.collectiviteId), eq(axes.id, axeId), isNull(axes.supprimeLe)))
    return fiche ? { axe: axe ?? null } : null
  },
  droit: peutEcrireFiche,
  regle: ({ axe }) => (axe?.nature === 'transversal' ? {} : refuser('axe_inconnu', 'axeId')),
  agir: async ({ db, perimetre, nouvelId }, _, { id: ficheId, axeId, moment, texte }) => {
    const { collectiviteId } = perimetre
    if (texte === null || texte === '')
      await db
        .delete(reponses)
        .where(
          and(
            eq(reponses.collectiviteId, collectiviteId),
            eq(reponses.ficheId, ficheId),
            eq(reponses.axeId, axeId),
            eq(reponses.moment, moment)
          )
        )
    else
      await db
        .insert(reponses)
        .values({ collectiviteId, id: nouvelId(), ficheId, axeId, moment, texte })
        .onConflictDoUpdate({
          target: [reponses.collectiviteId, reponses.ficheId, reponses.axeId, reponses.moment],
          set: { texte }
        })
  }
})
