import { dernierJour, jourDe, joursEntre, premierJour, type DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'

export const FINIS: readonly Statut[] = ['realise', 'abandonne']
/** Begun and neither done nor given up. */
export const COMMENCES = ['en_cours', 'en_retard', 'en_pause', 'bloque'] as const satisfies Statut[]
const ENGAGES: readonly Statut[] = [...COMMENCES, 'realise']

/** Days that a living action may go without news before it shows. */
export const SILENCE_PERMIS = 90

/** True of an action that still asks for work: neither done nor given up. */
export const estVivante = (statut: Statut | null): boolean => statut === null || !FINIS.includes(statut)

/** Days by which an action is past its end while nobody said it is done or given up; 0 when it is not. Computed apart from what is declared. */
export function joursDeRetard(fiche: { statut: Statut | null; fin: DateFloue | null }, jour: string): number {
  if (!fiche.fin || (fiche.statut && FINIS.includes(fiche.statut))) return 0
  return Math.max(0, joursEntre(dernierJour(fiche.fin), jour))
}

/** Share of the actions that have begun, in whole percent; null when there is none to count. */
export function partEngagee(statuts: readonly (Statut | null)[]): number | null {
  const comptes = statuts.filter((statut) => statut !== 'abandonne')
  if (comptes.length === 0) return null
  return Math.round((100 * comptes.filter((statut) => statut !== null && ENGAGES.includes(statut)).length) / comptes.length)
}

/** What tells whether an action is silent: its last news, or failing any the last time that its fiche was changed. */
export type SuiviFiche = {
  statut: Statut | null
  debut: DateFloue | null
  derniereNouvelle: DateFloue | null
  modifieLe: Date
}

/** True for an action that has begun, by what is declared or, when nothing is, by its dates; not when it is done or given up. */
export const estCommencee = ({ statut, debut }: Pick<SuiviFiche, 'statut' | 'debut'>, jour: string): boolean =>
  statut === null ? debut !== null && premierJour(debut) <= jour : (COMMENCES as readonly Statut[]).includes(statut)

/** The day before which the last word is too old. */
export const seuilDuSilence = (jour: string): string =>
  new Date(Date.parse(`${jour}T00:00:00Z`) - SILENCE_PERMIS * 86_400_000).toISOString().slice(0, 10)

/** Days since the last word about a living action, once there are more than ninety; 0 when it is not silent. `estSilencieuse` asks the same of the database. */
export function joursDeSilence(fiche: SuiviFiche, jour: string): number {
  if (!estCommencee(fiche, jour)) return 0
  const jours = joursEntre(fiche.derniereNouvelle ? dernierJour(fiche.derniereNouvelle) : jourDe(fiche.modifieLe), jour)
  return jours > SILENCE_PERMIS ? jours : 0
}
