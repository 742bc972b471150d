import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { questionnaires, questions, reponsesAnonymes } from '#domaines/enquetes/tables.server.ts'
import type { SourceAttente } from '../schema/attentes.ts'
import { seances } from '../tables.server.ts'
import { conclusions } from './suites.server.ts'

/** The questions put at the end of a meeting: one set at most. */
export const interrogations = pgTable(
  'interrogations',
  { ...cle(), seanceId: uuid().notNull(), questionnaireId: uuid().notNull() },
  (t) => [
    clePrimaire(t),
    reference('interrogations_seance_fk', t, t.seanceId, () => seances),
    reference('interrogations_questionnaire_fk', t, t.questionnaireId, () => questionnaires),
    uniqueIndex('interrogations_une_par_seance').on(t.collectiviteId, t.seanceId),
    uniqueIndex('interrogations_une_par_questionnaire').on(t.collectiviteId, t.questionnaireId)
  ]
)

/**
 * What was asked for after a meeting and is to be given at another: words that were answered, a box that was ticked, a need that was
 * noted. The point of the agenda that it became names it (`points.attente_id`): taken off the agenda, it waits again.
 */
export const attentes = pgTable(
  'attentes',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    source: text().$type<SourceAttente>().notNull(),
    texte: text().notNull(),
    reponseId: uuid(),
    questionId: uuid(),
    choix: integer(),
    conclusionId: uuid(),
    /** when it was put aside: nothing will be made of it */
    ecarteeLe: timestamp({ withTimezone: true }),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('attentes_seance_fk', t, t.seanceId, () => seances),
    reference('attentes_reponse_fk', t, t.reponseId, () => reponsesAnonymes),
    reference('attentes_question_fk', t, t.questionId, () => questions),
    reference('attentes_conclusion_fk', t, t.conclusionId, () => conclusions),
    index('attentes_par_seance').on(t.collectiviteId, t.seanceId),
    uniqueIndex('attentes_une_par_reponse').on(t.collectiviteId, t.reponseId),
    uniqueIndex('attentes_une_par_choix').on(t.collectiviteId, t.questionId, t.choix),
    uniqueIndex('attentes_une_par_conclusion').on(t.collectiviteId, t.conclusionId),
    check('attentes_source', sql`${t.source} in ('reponse', 'choix', 'besoin')`)
  ]
)
