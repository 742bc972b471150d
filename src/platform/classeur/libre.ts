import type { Cellule, Classeur, Feuille } from '#platform/classeur.ts'
import { direDate } from '#platform/dates.ts'
import { distance, normaliser, propre } from '#platform/texte.ts'

/** A column of a free file: where it stands, its name as written, its first values. */
export type ColonneLibre = { index: number; nom: string; exemples: string[] }

/** A sheet of a free file, to choose from; `masquee` when its owner hid it. */
export type FeuilleLibre = { nom: string; lignes: number; masquee: boolean }

/** The names of columns of a sheet: their first row, counted from 0, and how many rows they take. */
export type EnteteLibre = { ligne: number; hauteur: number; colonnes: ColonneLibre[] }

/** What a territory said of the columns of a file, by their names, for the next file that has the same. */
export type MemoireDeColonnes<R extends string = string> = { colonnes: { nom: string; role: R }[]; recopier: boolean }

/** What a column of this name probably holds. 3: a name that is known; 2: all but a letter or two of it; 1: a word that tells; 0: nothing. */
export type Reconnaitre = (nom: string) => { role: string; force: 0 | 1 | 2 | 3 }

const LIGNES_CHERCHEES = 30
const HAUTEUR_MAX = 3
const LONGUEUR_D_UN_NOM = 120
const EXEMPLES = 3
const COLONNES_MAX = 200

/** Text of a cell: no-break spaces made plain, the apostrophe by which spreadsheets force text taken away; null when empty. */
export function texteDe(cellule: Cellule | undefined): string | null {
  if (cellule === null || cellule === undefined) return null
  if (typeof cellule === 'object') return direDate(cellule.date)
  if (typeof cellule === 'boolean') return cellule ? 'VRAI' : 'FAUX'
  if (typeof cellule === 'number') return String(cellule).replace('.', ',')
  return propre(cellule.replace(/^'(?=[=+\-@\d'])/, '')) || null
}

/** « Colonne C » for a column without a name. */
export function nomParDefaut(index: number): string {
  const lettre = String.fromCharCode(65 + (index % 26))
  return index < 26 ? `Colonne ${lettre}` : `Colonne ${String.fromCharCode(64 + Math.floor(index / 26))}${lettre}`
}

/** Under which two names of columns are the same. */
export const cleDeNom = (nom: string) =>
  normaliser(
    nom
      .replace(/\((?:x\.?)+\)/giu, '')
      .replace(/[*]/g, '')
      .replace(/[·•]/g, '.')
  )

/** The row of names of a sheet, from 0: that of most known names, else the first that holds two short texts; null without any. */
export function trouverLigneDesNoms(feuille: Feuille, reconnaitre: Reconnaitre): number | null {
  const candidates = feuille.lignes.slice(0, LIGNES_CHERCHEES).flatMap((ligne, rang) => {
    const noms = ligne.filter(estUnNom)
    const suit = feuille.lignes[rang + 1]?.some((cellule) => cellule !== null) ?? false
    if (noms.length < 2 || !suit) return []
    return [{ rang, connus: new Set(noms.map((nom) => reconnaitre(nom)).flatMap((un) => (un.force > 0 ? [un.role] : []))).size }]
  })
  const [meilleure] = candidates.toSorted((a, b) => b.connus - a.connus || a.rang - b.rang)
  return (meilleure && meilleure.connus > 1 ? meilleure : candidates[0])?.rang ?? null
}

const estUnNom = (cellule: Cellule): cellule is string =>
  typeof cellule === 'string' && cellule.length <= LONGUEUR_D_UN_NOM && /\p{L}/u.test(cellule)

/** The sheet that a person most likely means: the fullest of those in sight that have names of columns; null when none has. */
export function trouverFeuille(classeur: Classeur, reconnaitre: Reconnaitre): Feuille | null {
  const poids = (une: Feuille) => une.lignes.length - (une.masquee ? 1e9 : 0)
  const nommees = classeur.feuilles.filter((une) => trouverLigneDesNoms(une, reconnaitre) !== null)
  return nommees.toSorted((a, b) => poids(b) - poids(a))[0] ?? null
}

/** The sheets of a file, to choose from. */
export const feuillesDe = ({ feuilles }: Classeur): FeuilleLibre[] =>
  feuilles.map(({ nom, lignes, masquee }) => ({ nom, lignes: lignes.length, masquee }))

/** The columns of a sheet whose names begin at this row: names merged over several rows or columns are said in full. */
export function lireEntete(feuille: Feuille, ligne: number): EnteteLibre {
  const hauteur = Math.min(
    HAUTEUR_MAX,
    Math.max(1, ...feuille.fusions.filter((zone) => zone.ligne === ligne && zone.hauteur > 1).map((zone) => zone.hauteur))
  )
  const largeur = Math.min(
    COLONNES_MAX,
    feuille.lignes.reduce((plus, une) => Math.max(plus, une.length), 0)
  )
  const donnees = feuille.lignes.slice(ligne + hauteur)
  const colonnes = Array.from({ length: largeur }, (_, index): ColonneLibre => {
    const parts = Array.from({ length: hauteur }, (_, pas) => texteDe(celluleCouverte(feuille, ligne + pas, index)))
    const nom = [...new Set(parts.filter((part) => part !== null))].join(' – ').replace(/\s+/gu, ' ')
    return { index, nom, exemples: exemplesDe(donnees, index) }
  })
  return {
    ligne,
    hauteur,
    colonnes: colonnes
      .filter(({ nom, exemples }) => nom !== '' || exemples.length > 0)
      .map((colonne) => ({ ...colonne, nom: colonne.nom || nomParDefaut(colonne.index) }))
  }
}

/** A cell, or the value of the merged zone that covers it. */
export function celluleCouverte(feuille: Feuille, ligne: number, colonne: number): Cellule {
  const propre = feuille.lignes[ligne]?.[colonne] ?? null
  if (propre !== null) return propre
  const zone = feuille.fusions.find(
    (une) =>
      une.ligne <= ligne && ligne < une.ligne + une.hauteur && une.colonne <= colonne && colonne < une.colonne + une.largeur
  )
  return zone ? (feuille.lignes[zone.ligne]?.[zone.colonne] ?? null) : null
}

function exemplesDe(donnees: readonly Cellule[][], index: number): string[] {
  const exemples: string[] = []
  for (const ligne of donnees) {
    const texte = texteDe(ligne[index])
    if (texte !== null && exemples.push(texte) === EXEMPLES) break
  }
  return exemples
}

/** Names of columns as the same file would have them another time, in whatever order, case and accents. */
export const signature = (noms: readonly string[]): string[] => noms.map(cleDeNom).toSorted()

/** What was said of columns of these names; of several that share one, in their order; `sinon` for a name that it did not have. */
export function rolesRetenus<R extends string>(noms: readonly string[], { colonnes }: MemoireDeColonnes<R>, sinon: R): R[] {
  const restes = new Map<string, R[]>()
  for (const { nom, role } of colonnes) {
    const cle = cleDeNom(nom)
    restes.set(cle, [...(restes.get(cle) ?? []), role])
  }
  return noms.map((nom) => restes.get(cleDeNom(nom))?.shift() ?? sinon)
}

/** What each column probably holds: of two that say the same `uniques` thing the surer, then the first, has it; `sinon` goes to the other. */
export function proposerRoles<R extends string>(
  noms: readonly string[],
  reconnaitre: (nom: string) => { role: R; force: number },
  uniques: ReadonlySet<string>,
  sinon: R
): R[] {
  const propositions = noms.map(reconnaitre)
  return propositions.map(({ role, force }, rang) => {
    const rival = propositions.some(
      (autre, ailleurs) =>
        uniques.has(role) && autre.role === role && (autre.force > force || (autre.force === force && ailleurs < rang))
    )
    return rival ? sinon : role
  })
}

/** A known name written with a slip: one letter for a short one, two for a long one. */
export function presque<R>(cle: string, connus: ReadonlyMap<string, R>): R | null {
  if (cle.length < 5) return null
  for (const [connue, role] of connus) {
    const permis = connue.length < 8 ? 1 : 2
    if (connue.length >= 5 && Math.abs(connue.length - cle.length) <= permis && distance(connue, cle) <= permis) return role
  }
  return null
}
