import type { Bloc, Colonne, Element, Repere } from '#platform/documents/imprimable.ts'

/** One column of a table: its heading, its share of the width, what it says of a row, and whether it holds figures. */
export type Recette<T> = [titre: string, part: number, cellule: (rang: T) => string | null, chiffre?: boolean]

/** A table of the rows; a column that says nothing of any row is left out, and no table comes from no row. */
export function tableau<T>(
  rangs: readonly T[],
  recettes: Recette<T>[],
  total: ((recette: string) => string) | null = null
): Bloc[] {
  if (rangs.length === 0) return []
  const dites = recettes.filter(([, , cellule]) => rangs.some((rang) => cellule(rang)))
  const colonnes = dites.map(([titre, part, , chiffre = false]): Colonne => ({ titre, part, chiffre }))
  const lignes = rangs.map((rang) => dites.map(([, , cellule]) => cellule(rang) ?? ''))
  return [{ bloc: 'tableau', colonnes, lignes, total: total && dites.map(([titre]) => total(titre)) }]
}

/** A card of the facts that are known; none when nothing is. */
export function reperes(entrees: [nom: string, valeur: string | null][]): Bloc[] {
  const connues = dites(entrees)
  return connues.length ? [{ bloc: 'reperes', entrees: connues }] : []
}

/** The texts that stand out, those that have words. */
export function encadre(entrees: [nom: string, valeur: string | null][]): Bloc[] {
  const connues = dites(entrees)
  return connues.length ? [{ bloc: 'encadre', entrees: connues }] : []
}

/** The facts of a list that have words. */
export function dites(entrees: [nom: string, valeur: string | null][]): Repere[] {
  return entrees.flatMap(([nom, valeur]) => (valeur?.trim() ? [{ nom, valeur: valeur.trim() }] : []))
}

/** A bullet list of the texts that have words. */
export function puces(textes: readonly string[]): Bloc[] {
  const elements = textes
    .filter((texte) => texte.trim())
    .map((texte): Element => ({ nom: null, texte: texte.trim(), note: null, enfants: [] }))
  return elements.length ? [{ bloc: 'liste', elements }] : []
}
