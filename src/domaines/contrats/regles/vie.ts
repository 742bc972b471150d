import { premierJour, type DateFloue } from '#platform/dates.ts'

type Date1 = { id: string; date: DateFloue }

/** Acts and facts of a contract in one course of time, the latest first; on the same day the act comes before what is said of it. */
export function vieDuContrat<A extends Date1, F extends Date1>(
  actes: readonly A[],
  faits: readonly F[]
): ({ sorte: 'acte'; acte: A } | { sorte: 'fait'; fait: F })[] {
  const tout = [
    ...actes.map((acte) => ({ sorte: 'acte' as const, date: acte.date, acte })),
    ...faits.map((fait) => ({ sorte: 'fait' as const, date: fait.date, fait }))
  ]
  return tout.toSorted((a, b) =>
    premierJour(a.date) < premierJour(b.date) ? 1 : premierJour(a.date) > premierJour(b.date) ? -1 : 0
  )
}
