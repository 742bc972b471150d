import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'

type Quartier = { id: string; nature: 'qpv' | 'quartier'; generation: '2015' | '2024' | null; enProjet: boolean }
type Ambassadeur = { quartierId: string; debut: DateFloue | null; fin: DateFloue | null; accordRetireLe: DateFloue | null }

/** True of an ambassador who is one on that day: she agreed and did not take it back, and her time has begun and is not over. */
export const estPresent = ({ debut, fin, accordRetireLe }: Ambassadeur, jour: string): boolean =>
  accordRetireLe === null && (debut === null || premierJour(debut) <= jour) && (fin === null || dernierJour(fin) >= jour)

/** A quartier and its ambassadors of the day. */
export type Couverture<Q, A> = { quartier: Q; presents: A[] }

/**
 * Whether each priority quartier has an ambassador: those of the latest generation that the territory knows, not those still
 * planned; then the other quartiers that have one.
 */
export function couvrirQuartiers<Q extends Quartier, A extends Ambassadeur>(
  quartiers: readonly Q[],
  ambassadeurs: readonly A[],
  jour: string
): { prioritaires: Couverture<Q, A>[]; autres: Couverture<Q, A>[]; sans: number } {
  const generation = quartiers.some((quartier) => quartier.generation === '2024') ? '2024' : '2015'
  const tous = quartiers.map((quartier) => ({
    quartier,
    presents: ambassadeurs.filter((dit) => dit.quartierId === quartier.id && estPresent(dit, jour))
  }))
  const estPrioritaire = ({ nature, generation: la, enProjet }: Quartier) => nature === 'qpv' && la === generation && !enProjet
  const prioritaires = tous.filter(({ quartier }) => estPrioritaire(quartier))
  return {
    prioritaires,
    autres: tous.filter(({ quartier, presents }) => !estPrioritaire(quartier) && presents.length > 0),
    sans: prioritaires.filter(({ presents }) => presents.length === 0).length
  }
}

export type RefusDAmbassadeur = 'accord_a_venir' | 'ambassadeur_deja'

/** Nobody is noted before she agreed, nor twice in one quartier. Null when she may be noted. */
export function jugerAmbassadeur(deja: boolean, accordLe: DateFloue, jour: string): RefusDAmbassadeur | null {
  if (premierJour(accordLe) > jour) return 'accord_a_venir'
  return deja ? 'ambassadeur_deja' : null
}
