import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import type { GenreQuestion } from './schema.ts'

/** Questions put to people by one link, the same for all of them, until a day. What they are about is told by the room that opened them. */
export const questionnaires = pgTable(
  'questionnaires',
  {
    ...cle(),
    fermeLe: text().notNull(),
    /** closed by hand, before its day */
    arreteLe: timestamp({ withTimezone: true }),
    /** the secret of its link; shown again, so kept as it is */
    cleReponse: text().notNull(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [clePrimaire(t), check('questionnaires_ferme_le', sql`${t.fermeLe} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)]
)

/** A question, in its order; the boxes of one to tick are its `choix`. Their wording stands still once someone answered. */
export const questions = pgTable(
  'questions',
  {
    ...cle(),
    questionnaireId: uuid().notNull(),
    rang: integer().notNull(),
    genre: text().$type<GenreQuestion>().notNull(),
    intitule: text().notNull(),
    choix: jsonb().$type<string[]>().notNull().default([])
  },
  (t) => [
    clePrimaire(t),
    reference('questions_questionnaire_fk', t, t.questionnaireId, () => questionnaires),
    uniqueIndex('questions_un_rang').on(t.collectiviteId, t.questionnaireId, t.rang),
    check('questions_genre', sql`${t.genre} in ('echelle', 'texte', 'choix')`)
  ]
)

/**
 * One answer to one question, by nobody: no date, no history, an id drawn at random that says nothing of when it came, nothing that joins it to
 * a person nor to the other answers of the same person.
 */
export const reponsesAnonymes = pgTable(
  'reponses_anonymes',
  { ...cle(), questionnaireId: uuid().notNull(), questionId: uuid().notNull(), choix: integer(), texte: text() },
  (t) => [
    clePrimaire(t),
    reference('reponses_anonymes_questionnaire_fk', t, t.questionnaireId, () => questionnaires),
    reference('reponses_anonymes_question_fk', t, t.questionId, () => questions),
    index('reponses_anonymes_par_questionnaire').on(t.collectiviteId, t.questionnaireId),
    check('reponses_anonymes_une_chose', sql`num_nonnulls(${t.choix}, ${t.texte}) = 1`)
  ]
)

/** How many people answered a questionnaire: counted, for their answers are not told apart. */
export const recueils = pgTable(
  'recueils',
  { ...cle(), questionnaireId: uuid().notNull(), nombre: integer().notNull().default(0) },
  (t) => [
    clePrimaire(t),
    reference('recueils_questionnaire_fk', t, t.questionnaireId, () => questionnaires),
    uniqueIndex('recueils_un_par_questionnaire').on(t.collectiviteId, t.questionnaireId)
  ]
)
