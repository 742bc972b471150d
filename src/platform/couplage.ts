import blossom from 'edmonds-blossom-fixed'

/** An edge between two of `0 … n-1`, and what it costs; costs are whole numbers. */
export type Arete = { un: number; autre: number; cout: number }

/**
 * The cheapest way of putting everyone of `0 … n-1` in pairs along the edges (Edmonds' matching of maximum weight); null when there is no way
 * that leaves nobody out.
 */
export function coupler(n: number, aretes: readonly Arete[]): [number, number][] | null {
  if (n === 0) return []
  if (aretes.length === 0) return null
  const plafond = aretes.reduce((haut, { cout }) => Math.max(haut, cout), 0) + 1
  const compagnons = blossom(
    aretes.map(({ un, autre, cout }) => [un, autre, plafond - cout]),
    true
  )
  const couples: [number, number][] = []
  for (let un = 0; un < n; un++) {
    const autre = compagnons[un] ?? -1
    if (autre < 0) return null
    if (un < autre) couples.push([un, autre])
  }
  return couples
}
