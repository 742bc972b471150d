export type Assiduite = {
  id: string
  nom: string
  invitee: number
  venue: number
  premiere: string | null
  derniere: string | null
}

/**
 * « Je les ai invités, ils sont venus, ils sont restés »: how many structures came once, how many of them came again, and how many
 * never came though invited. One that came once only, at the last meeting, has not had the time to come again: she is not counted as gone.
 */
export function fidelite(structures: readonly Assiduite[], derniereSeance: string | null) {
  const venues = structures.filter(({ venue }) => venue > 0)
  const neuves = venues.filter(({ venue, premiere }) => venue === 1 && premiere === derniereSeance).length
  const revenues = venues.filter(({ venue }) => venue > 1).length
  return {
    venues: venues.length,
    neuves,
    revenues,
    jamais: structures.filter(({ venue, invitee }) => venue === 0 && invitee > 0).length,
    /** out of those that had the time to come again; null when there is none */
    part: venues.length - neuves > 0 ? revenues / (venues.length - neuves) : null
  }
}
