import { premierJour, type DateFloue } from '#platform/dates.ts'
import { EN_COURS, etatAu, type Periode } from '#domaines/contrats/regles/etat.ts'

/** Under which programme an action stands on a day: the contract, the Atelier santé ville, or neither where there is no ASV. */
export type Programme = 'cls' | 'asv' | 'hors'

/** A place in a contract, from a day on (null: since the contract began) and until another, which is the first outside (null: still there). */
export type PlaceDatee = { contratId: string; axeId: string | null; depuis: DateFloue | null; jusque: DateFloue | null }

/** True when a place holds on a day (AAAA-MM-JJ). */
export const placeTient = ({ depuis, jusque }: Pick<PlaceDatee, 'depuis' | 'jusque'>, jour: string): boolean =>
  (depuis === null || premierJour(depuis) <= jour) && (jusque === null || premierJour(jusque) > jour)

/** The contracts that bind on a day: in force, or extended. */
export const contratsEnCours = (contrats: readonly (Periode & { id: string })[], jour: string): Set<string> =>
  new Set(contrats.filter((contrat) => EN_COURS.includes(etatAu(contrat, jour))).map(({ id }) => id))

/**
 * By rule: an action attached to an axis of a contract in force is of the contract; any other is of the ASV, where there is one.
 * Right at any date, past ones too.
 */
export function programmeAu(
  places: readonly PlaceDatee[],
  enCours: ReadonlySet<string>,
  asvDepuis: DateFloue | null,
  jour: string
): Programme {
  if (places.some((place) => place.axeId !== null && enCours.has(place.contratId) && placeTient(place, jour))) return 'cls'
  return asvDepuis !== null && premierJour(asvDepuis) <= jour ? 'asv' : 'hors'
}

/** Why an action in a contract in force is not counted there: it stands under none of its axes; null when there is nothing to explain. */
export const direSousAucunAxe = (programme: Programme, enVigueur: boolean, sousUnAxe: boolean): string | null =>
  !enVigueur || sousUnAxe || programme === 'cls'
    ? null
    : programme === 'asv'
      ? 'Dans le contrat, sous aucun axe\u00a0: elle compte comme ASV.'
      : 'Dans le contrat, sous aucun axe\u00a0: elle n’y compte pas encore.'

/** What dates an action: its beginning, the day it was written down, its first news, its places with the beginning of their signed contract. */
export type TracesDeFiche = {
  debut: DateFloue | null
  creeLe: DateFloue
  nouvelle: DateFloue | null
  places: readonly (Pick<PlaceDatee, 'depuis' | 'jusque'> & { debutDuContrat: DateFloue | null })[]
}
export type Connue = { depuis: DateFloue; par: 'debut' | 'place' | 'nouvelle' | 'creation' }

/**
 * Since when an action counts, in the contract or out of it: the earliest of its dates. A place without a day counts from the
 * beginning of its contract, unless the action says itself when it began; a dated exit proves that it was there before.
 */
export function connueDepuis({ debut, creeLe, nouvelle, places }: TracesDeFiche): Connue {
  const dites: Connue[] = [
    ...(debut ? [{ depuis: debut, par: 'debut' as const }] : []),
    ...places.flatMap(({ depuis, jusque, debutDuContrat }) => {
      const date = depuis ?? (debut === null ? debutDuContrat : null) ?? jusque
      return date ? [{ depuis: date, par: 'place' as const }] : []
    }),
    ...(nouvelle ? [{ depuis: nouvelle, par: 'nouvelle' as const }] : []),
    { depuis: creeLe, par: 'creation' }
  ]
  return dites.reduce((avant, autre) => (premierJour(autre.depuis) < premierJour(avant.depuis) ? autre : avant))
}

/** True of an action of the ASV that names no priority quartier and does not say why. */
export const qpvManque = (
  programme: Programme,
  { quartiers, horsQpv }: { quartiers: readonly { nature: string }[]; horsQpv: string | null }
): boolean => programme === 'asv' && horsQpv === null && !quartiers.some(({ nature }) => nature === 'qpv')
