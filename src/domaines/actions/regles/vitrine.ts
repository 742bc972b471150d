import { premierJour, type DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'
import type { MomentPublic } from '../schema/presentation.ts'

/**
 * When an action takes place, as somebody who lives there sees it (R-081): what is declared done is past, what has not begun is to come, the
 * rest is now. An action that was given up is told to nobody: null. Being late, blocked or to be discussed is the partners' business.
 */
export function momentPublic(
  { statut, debut }: { statut: Statut | null; debut: DateFloue | null },
  jour: string
): MomentPublic | null {
  if (statut === 'abandonne') return null
  if (statut === 'realise') return 'passee'
  if (statut === 'a_venir' || statut === 'a_discuter') return 'a_venir'
  return statut === null && debut !== null && premierJour(debut) > jour ? 'a_venir' : 'maintenant'
}
