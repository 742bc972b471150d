import { typographier } from '#platform/texte.ts'

// bullets of Word's Symbol and Wingdings fonts, pasted with their private code points
const PUCES_PRIVEES = /[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d]/g
// XML 1.0 has no place for these, and no font draws them
// eslint-disable-next-line no-control-regex
const INVISIBLES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff]/g

/** A text as it can be printed: no control character, no half of a pair, Word's private bullets made plain, French no-break spaces. */
export function imprimer(texte: string): string {
  return typographier(
    texte
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(PUCES_PRIVEES, '•')
      .replace(INVISIBLES, '')
  )
}

/** The same value with every string in it made printable, however deep. */
export function toutImprimer<T>(valeur: T): T {
  return JSON.parse(JSON.stringify(valeur), (_, v: unknown) => (typeof v === 'string' ? imprimer(v) : v)) as T
}
