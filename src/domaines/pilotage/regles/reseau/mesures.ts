import { SECTEURS, type Niveau, type Secteur } from '#domaines/partenaires/schema/relations.ts'

export type Noeud = { id: string; secteur: Secteur }
type Arete = { un: string; autre: string; niveau: Niveau }
export type PaireDeSecteurs = readonly [Secteur, Secteur]

export type Mesures = {
  /** structures without any link */
  seuls: string[]
  /** sectors that both have structures, and no link between them */
  separes: PaireDeSecteurs[]
  /** sectors that meet, but whose every link has this structure at one end: without it they would not; the only one of its sector goes unsaid */
  tenusPar: { secteurs: PaireDeSecteurs; par: string[] }[]
  /** structures linked to both of two sectors that do not meet */
  passeurs: { id: string; entre: PaireDeSecteurs[] }[]
}

/**
 * What the links say in words: who is alone, which sectors never meet, and who holds two sectors together. Each link is read once, and each
 * structure knows its sectors: the measures of a thousand structures take as long as reading their links.
 */
export function mesurer(noeuds: readonly Noeud[], liens: readonly Arete[]): Mesures {
  const secteurDe = new Map(noeuds.map(({ id, secteur }) => [id, secteur]))
  const connus = new Map<string, Set<Secteur>>(noeuds.map(({ id }) => [id, new Set()]))
  const bouts = new Map<string, { liens: number; fois: Map<string, number> }>()
  for (const { un, autre } of liens) {
    const [ici, la] = [secteurDe.get(un), secteurDe.get(autre)]
    if (ici === undefined || la === undefined) continue
    connus.get(un)!.add(la)
    connus.get(autre)!.add(ici)
    if (ici === la) continue
    const cle = cleDe(ici, la)
    const paire = bouts.get(cle) ?? bouts.set(cle, { liens: 0, fois: new Map() }).get(cle)!
    paire.liens++
    for (const id of [un, autre]) paire.fois.set(id, (paire.fois.get(id) ?? 0) + 1)
  }
  const combien = (secteur: Secteur) => noeuds.filter((noeud) => noeud.secteur === secteur).length
  const uniques = new Set(SECTEURS.filter((secteur) => combien(secteur) === 1))
  const presents = SECTEURS.filter((secteur) => combien(secteur) > 0)
  const couples = presents.flatMap((un, rang) => presents.slice(rang + 1).map((autre) => [un, autre] as const))
  const separes = couples.filter(([un, autre]) => !bouts.has(cleDe(un, autre)))
  return {
    seuls: noeuds.filter(({ id }) => connus.get(id)!.size === 0).map(({ id }) => id),
    separes,
    tenusPar: couples.flatMap((secteurs) => {
      const paire = bouts.get(cleDe(...secteurs))
      const par = paire
        ? [...paire.fois].filter(([id, fois]) => fois === paire.liens && !uniques.has(secteurDe.get(id)!)).map(([id]) => id)
        : []
      return par.length > 0 ? [{ secteurs, par: par.toSorted() }] : []
    }),
    passeurs: noeuds
      .map(({ id }) => ({
        id,
        entre: separes.filter(([un, autre]) => connus.get(id)!.has(un) && connus.get(id)!.has(autre))
      }))
      .filter(({ entre }) => entre.length > 0)
      .toSorted((a, b) => b.entre.length - a.entre.length || (a.id < b.id ? -1 : 1))
  }
}

const cleDe = (un: Secteur, autre: Secteur) => (un < autre ? `${un}+${autre}` : `${autre}+${un}`)
