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

/**
 * Key of a row: its place, its title, and its rank among equals (0 for the first). For a sub-action the place is the key of its
 * action. `|` parts the place from the title.
 */
export function cleDeFiche(place: { axes: readonly string[] } | { parent: string }, titre: string, rang: number): string {
  const avant = 'parent' in place ? `${place.parent} » ` : `${cleDAxe(place.axes)} | `
  return `${avant}${cleDeTitre(titre)}${rang > 0 ? ` #${rang + 1}` : ''}`
}
