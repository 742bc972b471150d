import { premierJour, type DateFloue } from '#platform/dates.ts'
import { finApresDebut } from '#platform/saisie.ts'

/** A function held today. */
export type Tenue = { id: string; structureId: string; structure: string; debut: DateFloue | null }
export type Depart = { fonctionId: string | null; structureId: string | null; date: DateFloue }
export type RefusDeChanger =
  | { raison: 'sans_fonction' | 'quelle_fonction' | 'changement_a_venir' }
  | { raison: 'meme_structure' | 'avant_le_debut'; tenue: Tenue }

/** When a function ends if the next one begins on this date: the day before, or the same month or year when no day is known. */
export function finQuandSuit(date: DateFloue): DateFloue {
  return date.length < 10 ? date : new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/**
 * Which of the functions held today ends, and when. With only one, nobody has to say which. `structureId` is the new structure when
 * the directory already has it.
 */
export function jugerChangement(
  tenues: readonly Tenue[],
  { fonctionId, structureId, date }: Depart,
  aujourdhui: string
): { quittee: Tenue; fin: DateFloue } | RefusDeChanger {
  if (tenues.length === 0) return { raison: 'sans_fonction' }
  const quittee = fonctionId === null && tenues.length === 1 ? tenues[0] : tenues.find(({ id }) => id === fonctionId)
  if (!quittee) return { raison: 'quelle_fonction' }
  const deja = tenues.find((tenue) => tenue.structureId === structureId)
  if (deja) return { raison: 'meme_structure', tenue: deja }
  if (premierJour(date) > aujourdhui) return { raison: 'changement_a_venir' }
  const fin = finQuandSuit(date)
  return finApresDebut({ debut: quittee.debut, fin }) ? { quittee, fin } : { raison: 'avant_le_debut', tenue: quittee }
}

type Fonction = { structureId: string; structure: string; fin: DateFloue | null }

/** The last function that ended in the half-year, in a structure where she holds none any more; null when there is none to relay. */
export function departARelayer(parcours: readonly Fonction[], jour: string): Fonction | null {
  const depuis = new Date(Date.parse(`${jour}T00:00:00Z`) - 180 * 86_400_000).toISOString().slice(0, 10)
  const present = new Set(parcours.filter(({ fin }) => fin === null).map(({ structureId }) => structureId))
  const finies = parcours.filter(
    ({ fin, structureId }) =>
      fin !== null && !present.has(structureId) && fin <= jour.slice(0, fin.length) && fin >= depuis.slice(0, fin.length)
  )
  return finies.toSorted((a, b) => (a.fin! > b.fin! ? -1 : 1))[0] ?? null
}
