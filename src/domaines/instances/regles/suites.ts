import { jourDe, joursEntre } from '#platform/dates.ts'
import type { CompteRendu, EtatSeance, Tache } from '../schema/suites.ts'

/** Where a meeting is: until its minutes were sent, it is not closed, and minutes opened again are to be sent again. */
export function etatDeSeance(
  seance: { jour: string; annulee: boolean; valide: boolean; envoye: boolean },
  jour: string
): EtatSeance {
  if (seance.annulee) return 'annulee'
  if (seance.envoye && seance.valide) return 'close'
  if (seance.jour > jour) return 'a_venir'
  return seance.jour === jour ? 'aujourdhui' : 'a_rendre'
}

/** What minutes still lack before they are validated; empty when nothing does. */
export function manquesDuCompteRendu({
  points,
  presents,
  conclusions,
  taches
}: Pick<CompteRendu, 'points' | 'presents' | 'conclusions' | 'taches'>): ('presents' | 'notes' | 'personne')[] {
  const rienDit = points.every(({ notes }) => !notes) && conclusions.length === 0 && taches.length === 0
  return [
    ...(presents.length === 0 ? (['presents'] as const) : []),
    ...(rienDit ? (['notes'] as const) : []),
    ...(taches.some(({ personneId, faiteLe }) => personneId === null && faiteLe === null) ? (['personne'] as const) : [])
  ]
}

/** The secret of the questions that minutes may still lead to on a day; null once they are closed. */
export const questionsEncore = ({ questions }: Pick<CompteRendu, 'questions'>, jour: string): string | null =>
  questions && jour <= questions.fermeLe ? questions.cle : null

/** How a task stands on a day. */
export function etatDeTache(
  { faiteLe, echeance }: Pick<Tache, 'faiteLe' | 'echeance'>,
  jour: string
): 'faite' | 'en_retard' | 'bientot' | 'ouverte' {
  if (faiteLe) return 'faite'
  if (!echeance) return 'ouverte'
  if (echeance < jour) return 'en_retard'
  return joursEntre(jour, echeance) <= RAPPEL_AVANT ? 'bientot' : 'ouverte'
}

/** A task is recalled this many days before its day, then as often until it is done. */
export const RAPPEL_AVANT = 7

/** Whether someone is to be written to about a task: its day is near or past, and she was not this week. */
export const estARappeler = (tache: Pick<Tache, 'faiteLe' | 'echeance'> & { rappeleLe: string | null }, jour: string): boolean =>
  ['en_retard', 'bientot'].includes(etatDeTache(tache, jour)) &&
  (tache.rappeleLe === null || joursEntre(jourDe(new Date(tache.rappeleLe)), jour) >= RAPPEL_AVANT)
