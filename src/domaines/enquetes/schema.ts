/** What a question asks for: one step of a scale, words of one's own, boxes to tick. */
export const GENRES_QUESTION = ['echelle', 'texte', 'choix'] as const
export type GenreQuestion = (typeof GENRES_QUESTION)[number]

/** Steps of a scale, each said in words. */
export const PAS_ECHELLE = 5

/** Under so many answers nothing is shown but their number: in a room, three answers are three people. */
export const SEUIL_DE_LECTURE = 5

/** Past this, somebody plays with the link. */
export const REPONSES_MAX = 2_000

export const CHOIX_MAX = 8
export const TEXTE_MAX = 1_000
export const JOURS_OUVERTS = 15
export const JOURS_OUVERTS_MAX = 180

export type Question = { id: string; rang: number; genre: GenreQuestion; intitule: string; choix: string[] }

/** A questionnaire as one answers it; days are AAAA-MM-JJ. */
export type Questionnaire = { id: string; fermeLe: string; arrete: boolean; questions: Question[] }

/** What one person sends for one question: a step or a box by its rank from 1, or words. */
export type Donnee = { questionId: string; choix: number | null; texte: string | null }

/** The same once kept, in no order of arrival. */
export type ReponseAnonyme = Donnee & { id: string }
