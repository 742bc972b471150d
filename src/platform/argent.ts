/** Money is a whole number of cents everywhere in the code; only the edges read and write euros. */
export type Centimes = number

/** Whether an amount includes the tax: totals never add the two. */
export const TAXES = ['ht', 'ttc'] as const
export type Taxe = (typeof TAXES)[number]
export const TAXE: Record<Taxe, string> = { ht: 'HT', ttc: 'TTC' }

/** Cents, those without the tax and those with it: never added. */
export type Montants = Record<Taxe, Centimes>

/** One amount as a sum. */
export const enMontants = (montant: Centimes, taxe: Taxe): Montants => ({ ht: 0, ttc: 0, [taxe]: montant })

/** What stands on both sides, for sorting and for telling whether there is any: it is no sum of money. */
export const poidsDe = ({ ht, ttc }: Montants): number => ht + ttc

/** Sums put together, each side of the tax by itself. */
export const ajouterMontants = (sommes: readonly Montants[]): Montants => ({
  ht: sommes.reduce((somme, { ht }) => somme + ht, 0),
  ttc: sommes.reduce((somme, { ttc }) => somme + ttc, 0)
})

/** The sums of some amounts, each side of the tax; what has no amount counts for nothing. */
export function sommerMontants(lignes: readonly { montant: Centimes | null; taxe: Taxe }[]): Montants {
  const somme: Montants = { ht: 0, ttc: 0 }
  for (const { montant, taxe } of lignes) somme[taxe] += montant ?? 0
  return somme
}

/** « 12 500,50 € », « 12500.5 », « 38 k€ » → cents; null when the text is not one amount. */
export function lireMontant(texte: string): Centimes | null {
  let net = texte
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/(?:€|eur(?:os?)?)(?:\s*(?:ht|ttc))?$/u, '€')
    .replace(/\s*(?:ht|ttc)$/u, '')
  const milliers = /k\s*€?$/.test(net)
  net = net.replace(/k?\s*€?$/u, '').replace(/[\s'’]/gu, '')
  if (!/^-?\d[\d.,]*$/.test(net)) return null
  const point = net.lastIndexOf('.')
  const virgule = net.lastIndexOf(',')
  const decimale = Math.max(point, virgule)
  const apres = decimale < 0 ? 0 : net.length - decimale - 1
  const seule = (net.match(/[.,]/g) ?? []).length === 1
  // « 12.500 » is twelve thousand five hundred in a French town hall; « 12,50 » has cents
  const aDesCentimes = decimale >= 0 && (apres === 1 || apres === 2 || (apres === 0 && seule))
  const milliersEtUnites = aDesCentimes ? net.slice(0, decimale) : net
  if (/[.,]/.test(milliersEtUnites) && !/^-?\d{1,3}(?:[.,]\d{3})+$/.test(milliersEtUnites)) return null
  const entier = milliersEtUnites.replace(/[.,]/g, '')
  const fraction = aDesCentimes ? net.slice(decimale + 1).padEnd(2, '0') : '00'
  const valeur = Number(`${entier}${fraction}`) * (milliers ? 1000 : 1)
  return Number.isSafeInteger(valeur) ? valeur : null
}

// made once: to make one costs much more than to use it
const enEuros = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const avecCentimes = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 })

/** « 12 500 € », « 1 250,50 € », with no-break spaces; cents only when there are some. */
export function direMontant(centimes: Centimes): string {
  const euros = (centimes % 100 === 0 ? enEuros : avecCentimes).format(centimes / 100)
  return `${euros}\u00a0€`
}

/** « 38 000 € HT et 500 € TTC »; the tax is said only when it must be told apart. */
export function direMontants({ ht, ttc }: Montants): string {
  if (ttc === 0) return direMontant(ht)
  return [ht > 0 ? `${direMontant(ht)} HT` : null, `${direMontant(ttc)} TTC`].filter((dit) => dit !== null).join(' et ')
}
