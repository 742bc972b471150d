import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'
import type { MomentPublic } from '../schema/presentation.ts'

/**
 * When an action takes place, as somebody who lives there sees it (R-081): what is declared done, or whose period is over, is past; what has not
 * begun is to come, the rest is now. An action that was given up is told to nobody: null. Being late, blocked or to be discussed is the partners' business.
 */
export function momentPublic(
  { statut, debut, fin }: { statut: Statut | null; debut: DateFloue | null; fin: DateFloue | null },
  jour: string
): MomentPublic | null {
  if (statut === 'abandonne') return null
  if (statut === 'realise') return 'passee'
  if (statut === 'a_venir' || statut === 'a_discuter') return 'a_venir'
  // what is late goes on past its end: it was said
  if (fin !== null && statut !== 'en_retard' && dernierJour(fin) < jour) return 'passee'
  return statut === null && debut !== null && premierJour(debut) > jour ? 'a_venir' : 'maintenant'
}
