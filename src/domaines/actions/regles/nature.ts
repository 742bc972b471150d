import { compter } from '#platform/texte.ts'
import { NATURES_ACTION, type NatureAction } from '../schema/mots.ts'

type ParNature = Partial<Record<NatureAction | '', number>>

/** The share of each nature among the actions of a contract that say theirs, in whole percents that make a hundred; null when none does. */
export function partsDesNatures(parNature: ParNature): Record<NatureAction, number> | null {
  const dites = NATURES_ACTION.map((nature) => parNature[nature] ?? 0)
  const total = dites.reduce((somme, nombre) => somme + nombre, 0)
  if (total === 0) return null
  const exactes = dites.map((nombre) => (100 * nombre) / total)
  const parts = exactes.map(Math.floor)
  // what rounding down left goes to the largest remainders
  const restes = exactes.map((exacte, rang) => ({ rang, reste: exacte - parts[rang]! })).toSorted((a, b) => b.reste - a.reste)
  const manque = 100 - parts.reduce((somme, part) => somme + part, 0)
  for (const { rang } of restes.slice(0, manque)) parts[rang]!++
  return Object.fromEntries(NATURES_ACTION.map((nature, rang) => [nature, parts[rang]!])) as Record<NatureAction, number>
}

/** A contract in which more than half of the actions existed before it reads like a catalogue. */
export const estUnCatalogue = (parNature: ParNature): boolean => (partsDesNatures(parNature)?.existante ?? 0) > 50

/** « 3 nouvelles, 2 à développer, 1 existante, 1 non dite »; null when there is no action. */
export function direNatures(parNature: ParNature): string | null {
  const mots = [
    ['nouvelle', 'nouvelle', 'nouvelles'],
    ['a_developper', 'à développer', 'à développer'],
    ['existante', 'existante', 'existantes'],
    ['', 'sans nature dite', 'sans nature dite']
  ] as const
  const dits = mots.flatMap(([nature, un, plusieurs]) => {
    const nombre = parNature[nature] ?? 0
    return nombre > 0 ? [compter(nombre, un, plusieurs)] : []
  })
  return dits.length > 0 ? dits.join(', ') : null
}
