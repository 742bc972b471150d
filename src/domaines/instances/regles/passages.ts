import { dernierJour, joursEntre } from '#platform/dates.ts'
import { compter } from '#platform/texte.ts'
import type { Passage } from '../schema/passages.ts'

/** Days after which the absence of the service is said. */
const ABSENCE = 180

/** What the section says first: how often the service went over twelve months, or for how long it did not. */
export function direPresence(passages: readonly Pick<Passage, 'date'>[], jour: string): { texte: string; absent: boolean } {
  const [dernier] = passages.map(({ date }) => dernierJour(date)).toSorted((a, b) => b.localeCompare(a))
  if (dernier === undefined) return { texte: 'Le service n’y est jamais noté présent.', absent: true }
  const jours = joursEntre(dernier, jour)
  if (jours > ABSENCE)
    return { texte: `Le service n’y est pas allé depuis ${compter(Math.floor(jours / 30), 'mois', 'mois')}.`, absent: true }
  const fois = passages.filter(({ date }) => joursEntre(dernierJour(date), jour) <= 365).length
  return { texte: `Le service y est allé ${compter(fois, 'fois', 'fois')} en douze mois.`, absent: false }
}

/** What residents raised and to which nobody has yet said what is done. */
export const sansSuite = (passages: readonly Pick<Passage, 'suite'>[]): number =>
  passages.filter(({ suite }) => suite === null).length
