import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { commande } from '#platform/commande.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema } from '#platform/saisie.ts'
import { creerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { recopierContrat } from '#domaines/contrats/commands/generation.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { REPRISES } from '#domaines/contrats/schema.ts'
import { lireSuite } from '../queries/suite.server.ts'
import { actionsReprises } from '../regles/suite.ts'
import { ACTIONS_REPRISES } from '../schema/suite.ts'
import { places } from '../tables.server.ts'
import { devenirs } from '../tables/suivi.server.ts'

/**
 * Opens the contract that follows another, with what it takes over: axes, signatories and texts are copied; actions are the same
 * ones, with their partners, indicators and news, under the axes that stand for theirs. Answers its id and how many actions it took.
 */
export const ouvrirGeneration = commande('contrat.ouvrir_generation', {
  saisie: z
    .object({
      intitule: ligneSchema('L’intitulé du contrat'),
      debut: facultatif(dateTapeeSchema).default(null),
      fin: facultatif(dateTapeeSchema).default(null),
      etape: z.enum(['prefiguration', 'elaboration']).default('elaboration'),
      precedentId: z.uuid(),
      reprises: z.array(z.enum(REPRISES)).default([]),
      actions: z.enum(ACTIONS_REPRISES).default('aucune')
    })
    .refine(finApresDebut, { path: ['fin'], error: 'La fin du contrat est avant son début.' }),
  charger: ({ db, perimetre }, { precedentId }) => lireSuite(db, perimetre, precedentId),
  droit: peutEcrireContrat,
  regle: ({ fiches }, { actions }) => ({ reprises: actionsReprises(fiches, actions) }),
  agir: async (ctx, _, { reprises, actions: _quoi, ...contrat }, { reprises: prises }) => {
    const { db, perimetre, nouvelId } = ctx
    const { collectiviteId } = perimetre
    const { id } = await creerContrat.dans(ctx, contrat)
    const { axes } = await recopierContrat.dans(ctx, { deId: contrat.precedentId, versId: id, reprises })
    if (prises.length > 0) {
      await db.insert(places).values(
        prises.map(({ id: ficheId, axeId }, rang) => ({
          collectiviteId,
          id: nouvelId(),
          ficheId,
          contratId: id,
          axeId: axeId ? (axes.get(axeId) ?? null) : null,
          rang: rang + 1
        }))
      )
      await db
        .update(devenirs)
        .set({ versContratId: id })
        .where(
          and(
            eq(devenirs.collectiviteId, collectiviteId),
            eq(devenirs.contratId, contrat.precedentId),
            eq(devenirs.choix, 'reconduite'),
            inArray(
              devenirs.ficheId,
              prises.map((fiche) => fiche.id)
            )
          )
        )
    }
    return { id, actions: prises.length }
  }
})
