import type { Cellule, Classeur, Feuille } from '#platform/classeur.ts'
import type { ColonneLibre, EnteteLibre } from '../../schema/appariement.ts'
import { nomParDefaut } from './colonnes.ts'
import { reconnaitreNom } from './proposer.ts'
import { texteDe } from './valeurs.ts'

const LIGNES_CHERCHEES = 30
const HAUTEUR_MAX = 3
const LONGUEUR_D_UN_NOM = 120
const EXEMPLES = 3
const COLONNES_MAX = 200

/** The row of names of a sheet, from 0: that of most known names, else the first that holds two short texts; null without any. */
export function trouverLigneDesNoms(feuille: Feuille): number | null {
  const candidates = feuille.lignes.slice(0, LIGNES_CHERCHEES).flatMap((ligne, rang) => {
    const noms = ligne.filter(estUnNom)
    const suit = feuille.lignes[rang + 1]?.some((cellule) => cellule !== null) ?? false
    if (noms.length < 2 || !suit) return []
    return [
      { rang, connus: new Set(noms.map((nom) => reconnaitreNom(nom)).flatMap((un) => (un.force > 0 ? [un.role] : []))).size }
    ]
  })
  const [meilleure] = candidates.toSorted((a, b) => b.connus - a.connus || a.rang - b.rang)
  return (meilleure && meilleure.connus > 1 ? meilleure : candidates[0])?.rang ?? null
}

const estUnNom = (cellule: Cellule): cellule is string =>
  typeof cellule === 'string' && cellule.length <= LONGUEUR_D_UN_NOM && /\p{L}/u.test(cellule)

/** The sheet that a person most likely means: the fullest of those in sight that have names of columns; null when none has. */
export function trouverFeuille(classeur: Classeur): Feuille | null {
  const poids = (une: Feuille) => une.lignes.length - (une.masquee ? 1e9 : 0)
  const nommees = classeur.feuilles.filter((une) => trouverLigneDesNoms(une) !== null)
  return nommees.toSorted((a, b) => poids(b) - poids(a))[0] ?? null
}

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
    const parts = Array.from({ length: hauteur }, (_, pas) => texteDe(couverte(feuille, ligne + pas, index)))
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
function couverte(feuille: Feuille, ligne: number, colonne: number): Cellule {
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
