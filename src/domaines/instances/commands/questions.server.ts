import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { ouvrirQuestionnaire } from '#domaines/enquetes/commands.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { interrogations } from '../tables/attentes.server.ts'
import { laSeance } from './seances.server.ts'

/**
 * Opens the questions of the end of a meeting, once it is held. Answers the id of the questionnaire. Refusals: `seance_annulee`,
 * `questions_trop_tot`, `deja_interrogee`, and those of `ouvrirQuestionnaire`.
 */
export const interroger = commande('seance.interroger', {
  saisie: z.looseObject({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    const [deja] = await ctx.db
      .select({ id: interrogations.id })
      .from(interrogations)
      .where(and(eq(interrogations.collectiviteId, ctx.perimetre.collectiviteId), eq(interrogations.seanceId, id)))
    return seance && { seance, deja: deja !== undefined }
  },
  droit: peutTenirInstances,
  regle: ({ seance, deja }, _, quand) => {
    if (seance.annuleeLe) return refuser('seance_annulee')
    if (seance.jour > jourDe(quand)) return refuser('questions_trop_tot')
    return deja ? refuser('deja_interrogee') : {}
  },
  agir: async (ctx, _, { id: seanceId, ...questionnaire }) => {
    const { id: questionnaireId } = await ouvrirQuestionnaire.dans(ctx, questionnaire as never)
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(interrogations).values({ collectiviteId, id: ctx.nouvelId(), seanceId, questionnaireId })
    return { id: questionnaireId }
  }
})
