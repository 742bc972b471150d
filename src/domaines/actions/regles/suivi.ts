import { dernierJour, joursEntre, type DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'

const FINIS: readonly Statut[] = ['realise', 'abandonne']
const ENGAGES: readonly Statut[] = ['en_cours', 'realise', 'en_retard', 'en_pause', 'bloque']

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
