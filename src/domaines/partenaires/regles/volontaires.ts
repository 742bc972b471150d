import { dernierJour, joursEntre, premierJour, type DateFloue } from '#platform/dates.ts'
import { JOURS_BIENTOT_FINI, VOLONTAIRES_MAX, type DureeAccord } from '../schema/volontaires.ts'

/** The last day (AAAA-MM-JJ) of an agreement given on a day, or within a month or a year, for so many months. */
export function finDeLAccord(accordLe: DateFloue, duree: DureeAccord): string {
  const fin = new Date(`${dernierJour(accordLe)}T12:00:00Z`)
  const quantieme = fin.getUTCDate()
  fin.setUTCMonth(fin.getUTCMonth() + duree)
  if (fin.getUTCDate() !== quantieme) fin.setUTCDate(0)
  return fin.toISOString().slice(0, 10)
}

export type EtatDAccord = 'en_cours' | 'bientot_fini' | 'fini' | 'retire'

/** Where an agreement is on a day: asked for only while it holds. */
export function etatDeLAccord(accord: { jusquAu: string; accordRetireLe: string | null }, jour: string): EtatDAccord {
  if (accord.accordRetireLe !== null) return 'retire'
  if (accord.jusquAu < jour) return 'fini'
  return joursEntre(jour, accord.jusquAu) <= JOURS_BIENTOT_FINI ? 'bientot_fini' : 'en_cours'
}

export type RefusDeVolontaire =
  'accord_a_venir' | 'accord_deja_fini' | 'volontaire_deja' | 'trop_de_volontaires' | 'est_partenaire'

/** Why someone is not noted as a volunteer; null when she may be. */
export function jugerVolontaire(
  dite: { accordLe: DateFloue; duree: DureeAccord },
  autour: { deja: boolean; partenaire: boolean; nombre: number },
  jour: string
): RefusDeVolontaire | null {
  if (premierJour(dite.accordLe) > jour) return 'accord_a_venir'
  if (finDeLAccord(dite.accordLe, dite.duree) < jour) return 'accord_deja_fini'
  if (autour.deja) return 'volontaire_deja'
  if (autour.partenaire) return 'est_partenaire'
  return autour.nombre >= VOLONTAIRES_MAX ? 'trop_de_volontaires' : null
}

/** What a body is made of: it is mixed when residents sit there beside professionals. */
export function composition(sieges: readonly { habitant: boolean }[]): {
  professionnels: number
  habitants: number
  mixte: boolean
} {
  const habitants = sieges.filter(({ habitant }) => habitant).length
  const professionnels = sieges.length - habitants
  return { professionnels, habitants, mixte: habitants > 0 && professionnels > 0 }
}
