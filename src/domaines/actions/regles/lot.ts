import { finApresDebut } from '#platform/saisie.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { ChampDeLot, ListeDeLot } from '../schema/lot.ts'

/** What a change of many needs to know of each action. */
export type FicheDeLot = {
  id: string
  titre: string
  statut: string | null
  priorite: string | null
  nature: string | null
  debut: DateFloue | null
  fin: DateFloue | null
  participation: string | null
  thematiques: readonly string[]
  types: readonly string[]
  facettes: readonly string[]
  /** when anybody wrote on it last */
  modifieLe: string
}

/** `change`: it will; `pareille`: it says so already; `impossible`: its end would come before its beginning. */
export type Effet = { id: string; etat: 'change' | 'pareille' | 'impossible'; avant: string | readonly string[] | null }

/** The list that a field of a change adds to (« +types ») or takes from (« -types »); null when it is a plain field. */
export const listeDe = (champ: ChampDeLot): { liste: ListeDeLot; sens: 'plus' | 'moins' } | null =>
  champ.startsWith('+') || champ.startsWith('-')
    ? { liste: champ.slice(1) as ListeDeLot, sens: champ.startsWith('+') ? 'plus' : 'moins' }
    : null

/** What one change would do to each action; nothing is written. */
export function effetsDuLot<F extends FicheDeLot>(fiches: readonly F[], champ: ChampDeLot, valeur: string | null): Effet[] {
  const liste = listeDe(champ)
  return fiches.map((fiche) => {
    if (liste) {
      const avant = fiche[liste.liste]
      return { id: fiche.id, avant, etat: avant.includes(valeur!) === (liste.sens === 'plus') ? 'pareille' : 'change' }
    }
    const avant = fiche[champ as 'statut']
    if (avant === valeur) return { id: fiche.id, avant, etat: 'pareille' }
    return { id: fiche.id, avant, etat: finApresDebut({ ...fiche, [champ]: valeur }) ? 'change' : 'impossible' }
  })
}

/** Those that somebody wrote on after the preview was read: what it showed of them is no longer true. */
export const retouchees = <F extends Pick<FicheDeLot, 'modifieLe'>>(fiches: readonly F[], vu: string): F[] =>
  fiches.filter(({ modifieLe }) => Date.parse(modifieLe) > Date.parse(vu))
