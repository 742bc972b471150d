import type { Cellule } from '#platform/classeur.ts'
import { lireMontant, type Centimes } from '#platform/argent.ts'
import { lireDateFloue, type DateFloue } from '#platform/dates.ts'
import { normaliser, propre } from '#platform/texte.ts'
import { texteDe } from '#platform/classeur/libre.ts'

const JOUR = 86_400_000
const EPOQUE_1900 = Date.UTC(1899, 11, 30)
const EPOQUE_1904 = Date.UTC(1904, 0, 1)

/** An Excel date, a bare serial number, a year, or a date as text; null when not understood. */
export function lireDate(cellule: Cellule, base1904 = false): DateFloue | null {
  if (typeof cellule === 'boolean' || cellule === null) return null
  if (typeof cellule === 'object') {
    // a year typed in a cell formatted as a date shows as some day of 1905
    const serie = Math.round((Date.parse(`${cellule.date}T00:00:00Z`) - EPOQUE_1900) / JOUR)
    return estUneAnnee(serie) ? String(serie) : lireDateFloue(cellule.date)
  }
  if (typeof cellule === 'number') return dateDeSerie(cellule, base1904)
  const texte = propre(cellule.replace(/^'/, ''))
    .replace(/ \d{1,2}[:h]\d{2}(?::\d{2})?$/, '')
    .replace(/^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$/, '$120$2')
  return lireDateFloue(texte) ?? (/^\d{5}$/.test(texte) ? dateDeSerie(Number(texte), base1904) : null)
}

const estUneAnnee = (nombre: number) => Number.isInteger(nombre) && nombre >= 1990 && nombre <= 2100

function dateDeSerie(serie: number, base1904: boolean): DateFloue | null {
  if (estUneAnnee(serie)) return String(serie)
  if (!(serie >= 20_000 && serie < 90_000)) return null
  return new Date((base1904 ? EPOQUE_1904 : EPOQUE_1900) + Math.floor(serie) * JOUR).toISOString().slice(0, 10)
}

/** A number of euros, or an amount as text; null when not understood. */
export function lireEuros(cellule: Cellule): Centimes | null {
  if (typeof cellule === 'string') return lireMontant(cellule.replace(/^'/, ''))
  if (typeof cellule !== 'number') return null
  const centimes = Math.round(cellule * 100)
  return Number.isSafeInteger(centimes) ? centimes : null
}

/** « Oui », « VRAI », « x » or « Non », « FAUX »; null when not understood. */
export function lireOuiNon(cellule: Cellule): boolean | null {
  if (typeof cellule === 'boolean') return cellule
  const mot = normaliser(texteDe(cellule) ?? '')
  if (['oui', 'vrai', 'true', 'x', 'o', '1', 'yes', '✓', '✔'].includes(mot)) return true
  return ['non', 'faux', 'false', 'n', '0', 'no'].includes(mot) ? false : null
}

const lettres = (mot: string) => normaliser(mot).replace(/[^a-z0-9]/g, '')

/** The value whose label is this word, whatever its case, accents, spaces, hyphens, feminine or plural. */
export function lireMot<M extends string>(
  texte: string,
  mots: Record<M, string>,
  autres: Partial<Record<string, M>> = {}
): M | null {
  const cherche = lettres(texte)
  const paires = Object.entries(mots) as [M, string][]
  return (
    paires.find(([, mot]) => lettres(mot) === cherche)?.[0] ??
    autres[cherche] ??
    paires.find(([, mot]) => ['e', 's', 'es'].some((fin) => lettres(mot) + fin === cherche))?.[0] ??
    null
  )
}

const TOTAL = /^(?:sous[- ]?totaux|sous[- ]?total|totaux|total)\b(?:.{0,60})$/
const NOMBRE = /^[\d\s.,€%k/-]+(?:\s*(?:actions?|fiches?|etp|euros?|ht|ttc))*$/i

/** Whether what the cells of a row say is a sum, and no action: « TOTAL », « Sous-total axe 1 » beside numbers only. */
export function estUnTotal(textes: readonly string[]): boolean {
  const dits = textes.filter((texte) => !NOMBRE.test(normaliser(texte)))
  return dits.length > 0 && dits.every((texte) => TOTAL.test(normaliser(texte)))
}

const PARTOUT =
  /^(?:tous(?: les (?:quartiers|secteurs))?|toute(?: la)? (?:ville|commune)|tout le territoire|(?:l')?ensemble (?:du territoire|de la ville|de la commune|des quartiers)|(?:la )?ville entiere|partout)$/

/** « Tous », « toute la ville »: no quartier of its own. */
export const estPartout = (nom: string): boolean => PARTOUT.test(normaliser(nom))
