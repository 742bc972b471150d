import { normaliser } from '#platform/texte.ts'

const MOT =
  '(?:axes?|sous[- ]axe|sous[- ]sous[- ]axe|th[ée]matique|orientation|objectif(?:s)?(?: (?:strat[ée]gique|sp[ée]cifique|op[ée]rationnel|g[ée]n[ée]ral))?|' +
  'fiche(?:s)?(?:[- ]action)?|action|sous[- ]action|priorit[ée]|enjeu|chantier|volet)'
const NOMBRE = '\\d{1,3}(?:\\.\\d{1,3})*'

/** « Axe 1. TITRE », « Fiche Action 3 : Titre », « 1.2. Titre », « 1.2 Titre », « 3) Titre », « 3 - Titre » (not « 15 - 25 ans »). */
const FORMES = [
  new RegExp(`^${MOT}\\s*(?:n\\s*[°ºo]\\s*)?(${NOMBRE}|[IVX]{1,5})\\s*[.:)–—-]+\\s*(?=\\S)`, 'iu'),
  new RegExp(`^(${NOMBRE})\\s*[.)]\\s+(?=\\S)`, 'u'),
  new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3})+)\\.?\\s+(?=\\S)`, 'u'),
  new RegExp(`^(${NOMBRE})\\s*[:–—]\\s*(?=\\D)`, 'u'),
  new RegExp(`^(${NOMBRE})\\s+-\\s+(?=\\D)`, 'u')
]

/** Parts the numbering from a title kept as written: « Axe 1. SANTÉ » → { numero: '1', titre: 'SANTÉ' }. Line breaks become spaces. */
export function lireNumero(texte: string): { numero: string | null; titre: string } {
  const ligne = texte.replace(/\s+/gu, ' ').trim()
  for (const forme of FORMES) {
    const trouve = forme.exec(ligne)
    if (trouve) return { numero: trouve[1]!, titre: ligne.slice(trouve[0].length) }
  }
  return { numero: null, titre: ligne }
}

/** Under which two titles are the same: no case, accents, spacing nor numbering, however many times it is numbered. */
export function cleDeTitre(titre: string): string {
  let reste = titre
  for (;;) {
    const { numero, titre: suite } = lireNumero(reste)
    if (numero === null) break
    reste = suite
  }
  return normaliser(reste) || reste.trim() || titre.trim()
}

const NIVEAU = ' › '

/** Key of an axis, from the titles above it and its own. */
export const cleDAxe = (titres: readonly string[]) => titres.map(cleDeTitre).join(NIVEAU)

/** Before the title of an action that stands in no contract; no title of an axis can be written so. */
const HORS = 'hors contrat || '

/** Where a row stands: under axes of a contract (none: under no axis of it), out of any contract, or under an action. */
export type Place = { axes: readonly string[] } | { hors: true } | { parent: string }

/** True of the key of an action out of any contract, and of those below it. */
export const estHors = (cle: string): boolean => cle.startsWith(HORS)

/**
 * Key of a row: its place, its title, and its rank among equals (0 for the first). For a sub-action the place is the key of its
 * action. `|` parts the place from the title.
 */
export function cleDeFiche(place: Place, titre: string, rang: number): string {
  const avant = 'parent' in place ? `${place.parent} » ` : 'hors' in place ? HORS : `${cleDAxe(place.axes)} | `
  return `${avant}${cleDeTitre(titre)}${rang > 0 ? ` #${rang + 1}` : ''}`
}
