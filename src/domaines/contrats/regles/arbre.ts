import { normaliser } from '#platform/texte.ts'

export type AxePlat = { id: string; parentId: string | null; rang: number }
export type Noeud<T> = T & { numero: string; profondeur: number; enfants: Noeud<T>[] }

/** The tree of axes with their numbers (« 1 », « 1.2 »), computed from their order: a number is never stored. Orphans of a removed axis are left out. */
export function arbreDesAxes<T extends AxePlat>(axes: readonly T[]): Noeud<T>[] {
  const parParent = Map.groupBy(axes, (axe) => axe.parentId)
  const pousser = (parentId: string | null, prefixe: string, profondeur: number): Noeud<T>[] =>
    (parParent.get(parentId) ?? [])
      .toSorted((a, b) => a.rang - b.rang)
      .map((axe, rang) => {
        const numero = `${prefixe}${rang + 1}`
        return { ...axe, numero, profondeur, enfants: pousser(axe.id, `${numero}.`, profondeur + 1) }
      })
  return pousser(null, '', 0)
}

/** Every node of the tree in reading order. */
export function aplatir<T>(noeuds: readonly Noeud<T>[]): Noeud<T>[] {
  return noeuds.flatMap((noeud) => [noeud, ...aplatir(noeud.enfants)])
}

/** How many levels the axes of a contract take up, those that hang from a removed axis included: they come back with it. 0 without axes. */
export function hauteurDeLArbre(axes: readonly { id: string; parentId: string | null }[]): number {
  const parents = new Map(axes.map((axe) => [axe.id, axe.parentId]))
  const hauteur = (id: string | null): number => (id === null ? 0 : 1 + hauteur(parents.get(id) ?? null))
  return Math.max(0, ...axes.map(({ id }) => hauteur(id)))
}

/** Name of a level of the tree; the last name serves for anything deeper. */
export const nomDuNiveau = (niveaux: readonly string[], profondeur: number): string =>
  niveaux[profondeur] ?? niveaux.at(-1) ?? 'Axe'

/** « 5 axes, 6 thématiques »: how many nodes each level has. */
export function compterParNiveau<T>(
  noeuds: readonly Noeud<T>[],
  niveaux: readonly string[]
): { niveau: string; nombre: number }[] {
  const plats = aplatir(noeuds)
  return niveaux.map((niveau, profondeur) => ({
    niveau,
    nombre: plats.filter((noeud) => noeud.profondeur === profondeur).length
  }))
}

const LIANTS = /^(?:de|du|des|d’.*|d'.*|à|au|aux|en|et|par|pour|sur)$/

/** The name of a level in the plural, small letters: « objectifs stratégiques », « axes de travail ». What follows a small word stays as it is. */
export function niveauAuPluriel(niveau: string): string {
  const mots = niveau.toLowerCase().split(' ')
  const lie = mots.findIndex((mot) => LIANTS.test(mot))
  const accordes = mots
    .slice(0, lie < 0 ? mots.length : lie)
    .map((mot) =>
      /[sxz]$/.test(mot) ? mot : /al$/.test(mot) ? mot.replace(/al$/, 'aux') : /eau$/.test(mot) ? `${mot}x` : `${mot}s`
    )
  return [...accordes, ...mots.slice(accordes.length)].join(' ')
}

/** How many nodes the level called « Thématique » has; 0 where there is no such level. */
export function nombreDeThematiques<T>(noeuds: readonly Noeud<T>[], niveaux: readonly string[]): number {
  return compterParNiveau(noeuds, niveaux).find(({ niveau }) => /^thematiques?$/.test(normaliser(niveau)))?.nombre ?? 0
}

/** The ids in their new order when one moves by a step (−1 up, +1 down) or to a place; out of range stays at the end it reached. */
export function deplacer(ids: readonly string[], id: string, vers: number): string[] {
  const sans = ids.filter((autre) => autre !== id)
  const place = Math.max(0, Math.min(sans.length, vers))
  return [...sans.slice(0, place), id, ...sans.slice(place)]
}

/** True when putting `id` under `cible` would make an axis its own ancestor. */
export function feraitBoucle(axes: readonly AxePlat[], id: string, cible: string | null): boolean {
  const parents = new Map(axes.map((axe) => [axe.id, axe.parentId]))
  for (let place = cible; place; place = parents.get(place) ?? null) if (place === id) return true
  return false
}
