import { jourDe, joursEntre } from '#platform/dates.ts'
import { propre, typographier } from '#platform/texte.ts'
import {
  JOURS_OUVERTS,
  JOURS_OUVERTS_MAX,
  PAS_ECHELLE,
  SEUIL_DE_LECTURE,
  TEXTE_MAX,
  type Donnee,
  type Question,
  type Questionnaire,
  type ReponseAnonyme
} from './schema.ts'

/** Whether answers are taken on a day: the last day counts, and closing by hand comes first. */
export const estOuvert = ({ fermeLe, arrete }: Pick<Questionnaire, 'fermeLe' | 'arrete'>, jour: string): boolean =>
  !arrete && jour <= fermeLe

/** The last day of a questionnaire opened on a day, unless someone chooses another: fifteen days later. */
export const finParDefaut = (jour: string): string =>
  jourDe(new Date(Date.parse(`${jour}T12:00:00Z`) + JOURS_OUVERTS * 86_400_000))

/** Why a last day is refused: past, or so far that nobody would remember; null when it does. */
export function finRefusee(fermeLe: string, jour: string): 'fin_passee' | 'fin_lointaine' | null {
  if (fermeLe < jour) return 'fin_passee'
  return joursEntre(jour, fermeLe) > JOURS_OUVERTS_MAX ? 'fin_lointaine' : null
}

export type RefusDeCopie = { refus: 'choix_inconnu' | 'texte_trop_long' | 'copie_vide'; champ?: string }

/**
 * Reads what a form sends against its questions: `choix-2` holds steps or boxes by their rank, `texte-2` words. One may leave any question,
 * not all of them.
 */
export function lireCopie(
  questions: readonly Question[],
  envoi: Readonly<Record<string, unknown>>
): { donnees: Donnee[] } | RefusDeCopie {
  const donnees: Donnee[] = []
  for (const { id: questionId, rang, genre, choix } of questions) {
    const pas = [...new Set([envoi[`choix-${rang}`] ?? []].flat().map(Number))].sort((a, b) => a - b)
    const dernier = genre === 'echelle' ? PAS_ECHELLE : choix.length
    const hors = pas.some((un) => !Number.isInteger(un) || un < 1 || un > dernier)
    if (genre !== 'texte' && (hors || (genre === 'echelle' && pas.length > 1)))
      return { refus: 'choix_inconnu', champ: `choix-${rang}` }
    if (genre !== 'texte') donnees.push(...pas.map((un) => ({ questionId, choix: un, texte: null })))
    const dit = envoi[`texte-${rang}`]
    const texte = genre !== 'echelle' && typeof dit === 'string' ? typographier(propre(dit)) : ''
    if (texte.length > TEXTE_MAX) return { refus: 'texte_trop_long', champ: `texte-${rang}` }
    if (texte) donnees.push({ questionId, choix: null, texte })
  }
  return donnees.length > 0 ? { donnees } : { refus: 'copie_vide' }
}

/** A question with what was answered to it: how many for each step or box, and the words; `comptes` null when too few to be told. */
export type QuestionDepouillee = Question & {
  comptes: number[] | null
  textes: { id: string; texte: string }[]
}

/**
 * Whether answers may be read on a day: once nobody answers any more, and enough people did for nobody to be told apart. Read while they come, the
 * last one would be told from those before. From then on, no other may come.
 */
export const sontLisibles = (dit: Pick<Questionnaire, 'fermeLe' | 'arrete'>, recues: number, jour: string): boolean =>
  !estOuvert(dit, jour) && recues >= SEUIL_DE_LECTURE

/** What a questionnaire gathered, once it may be read. A scale that too few people answered keeps its figures to itself. */
export function depouiller(questions: readonly Question[], reponses: readonly ReponseAnonyme[]): QuestionDepouillee[] {
  return questions.map((question) => {
    const siennes = reponses.filter(({ questionId }) => questionId === question.id)
    const pas = question.genre === 'echelle' ? PAS_ECHELLE : question.choix.length
    const comptes = Array.from({ length: pas }, (_, rang) => siennes.filter(({ choix }) => choix === rang + 1).length)
    const tue = question.genre === 'echelle' && comptes.reduce((somme, n) => somme + n, 0) < SEUIL_DE_LECTURE
    return {
      ...question,
      comptes: tue ? null : comptes,
      textes: siennes.flatMap(({ id, texte }) => (texte ? [{ id, texte }] : []))
    }
  })
}
