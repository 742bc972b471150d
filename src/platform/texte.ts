/**
 * The form under which two names are the same name: no case, no accents, no doubled spaces, no punctuation at the ends,
 * typographic apostrophes and dashes made plain. « ARS  Île-de-France » and « ars ile-de-france » are equal.
 */
export function normaliser(texte: string): string {
  // most of what is compared is plain, and an import compares millions of texts
  // eslint-disable-next-line no-control-regex -- every character of ASCII
  return (/^[\x00-\x5f\x61-\x7f]*$/.test(texte) ? texte : sansSignes(texte))
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,;:·•-]+|[\s.,;:·•-]+$/gu, '')
}

const sansSignes = (texte: string) =>
  texte
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')

/** « Ville de Cergy » → « ville-de-cergy »: letters, digits and single dashes, fit for an address. Empty when nothing is left. */
export function slug(texte: string): string {
  return normaliser(texte)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

/** Spaces of any kind made single, ends trimmed; line breaks are kept, three or more of them become two. No null: the database refuses it. */
export function propre(texte: string): string {
  if (!/[^\S ]|\0| {2}|^ | $/.test(texte)) return texte
  return texte
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** French no-break spaces: before ; : ? ! » and after «, between digits and €, % or a unit sign. */
export function typographier(texte: string): string {
  return texte
    .replace(/[ \u00a0\u202f]+([;?!»])/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]+:/g, '\u00a0:')
    .replace(/«[ \u00a0\u202f]+/g, '«\u202f')
    .replace(/(\d)[ \u00a0\u202f]+([€%])/g, '$1\u202f$2')
}

/** « 1 action », « 12 actions »: the number in French digits and the word that agrees with it. */
export function compter(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${nombre.toLocaleString('fr-FR')} ${Math.abs(nombre) < 2 ? singulier : pluriel}`
}

/** « a, b et c »; empty text for an empty list. */
export function enumerer(noms: readonly string[]): string {
  if (noms.length < 2) return noms.join('')
  return `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`
}

/** « Groupe “Conduites addictives” »: a title between French quotation marks, its own made those of a quotation in another. */
export const citer = (titre: string): string =>
  `«\u00a0${titre.replace(/«[\s\u00a0\u202f]?/gu, '“').replace(/[\s\u00a0\u202f]?»/gu, '”')}\u00a0»`

/** How many letters to add, take away or change to go from one to the other. */
export function distance(un: string, autre: string): number {
  let avant = Array.from({ length: autre.length + 1 }, (_, rang) => rang)
  for (let i = 1; i <= un.length; i++) {
    const ici = [i]
    for (let j = 1; j <= autre.length; j++)
      ici.push(Math.min(avant[j]! + 1, ici[j - 1]! + 1, avant[j - 1]! + (un[i - 1] === autre[j - 1] ? 0 : 1)))
    avant = ici
  }
  return avant[autre.length]!
}

/** The same words, the first letter a capital. */
export const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)
