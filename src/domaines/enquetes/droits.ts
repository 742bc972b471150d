import type { Acteur } from '#platform/acteur.ts'

/** Who opens questions, closes them and reads the answers: who keeps the meetings. */
export const peutTenirEnquetes = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'

/** Who follows the link of a questionnaire answers that one, and nothing else. */
export const peutRepondreAuxQuestions = (acteur: Acteur, questionnaire: { id: string }): boolean =>
  acteur.sorte === 'lien' && acteur.sujetId === questionnaire.id
