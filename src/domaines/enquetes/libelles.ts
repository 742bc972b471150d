import { compter } from '#platform/texte.ts'
import { CHOIX_MAX, JOURS_OUVERTS_MAX, SEUIL_DE_LECTURE, TEXTE_MAX, type GenreQuestion } from './schema.ts'

/** The steps of a scale, from the first to the last. */
export const ECHELLE = ['Pas du tout', 'Un peu', 'Moyennement', 'Utile', 'Très utile'] as const

/** The three questions of the end of a meeting, as they stand before anybody changes their wording. */
export const TROIS_QUESTIONS: readonly { genre: GenreQuestion; intitule: string; choix: string[] }[] = [
  { genre: 'echelle', intitule: 'Cette rencontre vous a-t-elle été utile\u202f?', choix: [] },
  { genre: 'texte', intitule: 'Que vous a-t-il manqué, ou qu’aimeriez-vous trouver à la prochaine\u202f?', choix: [] },
  {
    genre: 'choix',
    intitule: 'Qu’est-ce qui vous aiderait à connaître les autres partenaires\u202f?',
    choix: [
      'Un temps pour apprendre à se connaître',
      'La présentation d’une structure',
      'La visite d’une structure',
      'Une formation commune'
    ]
  }
]

/** What stands beside every field where one may write freely. */
export const SANS_NOM = 'N’écrivez ni nom, ni information de santé.'

const REFUS: Record<string, string> = {
  copie_vide: 'Répondez au moins à une question.',
  choix_inconnu: 'Choisissez dans la liste.',
  texte_trop_long: `Ce texte dépasse ${TEXTE_MAX.toLocaleString('fr-FR')} caractères\u00a0: gardez l’essentiel.`,
  questionnaire_ferme: 'Les réponses ne sont plus recueillies.',
  trop_de_reponses: 'Ce lien a déjà recueilli beaucoup de réponses\u00a0: dites-le à la coordination.',
  deja_repondu: 'Quelqu’un a déjà répondu\u00a0: les questions restent telles qu’elles ont été posées.',
  choix_manquent: `Écrivez de deux à ${CHOIX_MAX} choix, un par ligne.`,
  fin_passee: 'Ce jour est passé\u00a0: choisissez aujourd’hui, ou plus tard.',
  fin_lointaine: `Choisissez un jour dans les ${JOURS_OUVERTS_MAX} qui viennent\u00a0: au-delà, personne ne se souvient de la rencontre.`,
  deja_lues: 'Ces réponses se lisent déjà\u00a0: rouvrir les questions dirait qui répond après les autres.',
  fini: 'Les réponses ne sont déjà plus recueillies.'
}
export const direRefusEnquete = (raison: string): string => REFUS[raison] ?? 'Cela n’a pas pu se faire.'

/** « 6 réponses », « Personne n’a encore répondu » */
export const direRecueil = (recues: number): string => (recues === 0 ? 'Personne n’a encore répondu' : compter(recues, 'réponse'))

/** Why nothing is shown yet. */
export const TROP_PEU = `Il en faut ${SEUIL_DE_LECTURE} pour les lire\u00a0: à moins, on devinerait qui a répondu quoi.`

/** The same, while answers come. */
export const SE_LIRONT =
  'Les réponses se liront quand on ne pourra plus répondre\u00a0: lues une à une, on devinerait de qui vient la dernière.'

/** What the room says in the history. */
export const ACTES_ENQUETES: Record<string, string> = {
  'questionnaire.ouvrir': 'a ouvert des questions',
  'questionnaire.formuler': 'a changé la formulation des questions',
  'questionnaire.fermer': 'a fermé des questions',
  'questionnaire.rouvrir': 'a changé jusqu’à quand on peut répondre',
  'questionnaire.repondre': 'a répondu aux questions'
}
export const OBJETS_ENQUETES: Record<string, string> = {
  questionnaires: 'Questions posées',
  questions: 'Question'
}
export const CHAMPS_ENQUETES: Record<string, string> = {
  questionnaire_id: 'Questions posées',
  ferme_le: 'Dernier jour',
  arrete_le: 'Fermé le',
  genre: 'Genre de question',
  question_id: 'Question'
}
export const VALEURS_ENQUETES: Record<string, Record<string, string>> = {
  'questions.genre': { echelle: 'Échelle de cinq mots', texte: 'Texte libre', choix: 'Choix à cocher' }
}
