import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'

/** A drawing of lots that always gives the same: what is computed twice from the same links is the same. */
function tirage(graine: number): () => number {
  let etat = graine
  return () => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * The groups of nodes that are more linked to each other than to the rest (Louvain), the largest first, each in the order of its names;
 * a node without a link is in none. The same links give the same groups, in whatever order they come.
 */
export function communautes(liens: readonly { un: string; autre: string; poids: number }[]): string[][] {
  const graphe = new UndirectedGraph()
  for (const id of [...new Set(liens.flatMap(({ un, autre }) => [un, autre]))].toSorted()) graphe.addNode(id)
  const ranges = liens
    .map(({ un, autre, poids }) => (un < autre ? { un, autre, poids } : { un: autre, autre: un, poids }))
    .toSorted((a, b) => (a.un < b.un || (a.un === b.un && a.autre < b.autre) ? -1 : 1))
  for (const { un, autre, poids } of ranges) graphe.mergeUndirectedEdge(un, autre, { weight: poids })
  if (graphe.size === 0) return []
  const groupes = Map.groupBy(Object.entries(louvain(graphe, { rng: tirage(1) })), ([, groupe]) => groupe)
  return [...groupes.values()]
    .map((membres) => membres.map(([id]) => id).toSorted())
    .toSorted((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
}
