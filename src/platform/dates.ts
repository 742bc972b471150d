import { z } from 'zod'

/** A date as precise as what is known: « 2020 », « 2015-10 » or « 2022-03-07 ». Sorts as text. */
export type DateFloue = string & { readonly __date?: never }

const FORME = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** True for a year, a month or a day that exists in the calendar (no 30 February). */
export function estDateFloue(texte: string): boolean {
  const trouve = FORME.exec(texte)
  if (!trouve) return false
  const [, annee, mois, jour] = trouve
  if (Number(annee) < 1900 || Number(annee) > 2200) return false
  return jour === undefined || Number(jour) <= joursDuMois(Number(annee), Number(mois))
}

const joursDuMois = (annee: number, mois: number) => new Date(Date.UTC(annee, mois, 0)).getUTCDate()

export const dateFloueSchema = z
  .string()
  .trim()
  .refine(estDateFloue, { error: ({ input }) => direDateRefusee(String(input)) })

/** As a person types it: « 7 mars 2022 », « 07/03/2022 », « mars 2022 », « 03/2022 », « 2022 », ISO; null when not understood. */
export function lireDateFloue(texte: string): DateFloue | null {
  const net = texte.trim().toLowerCase().replace(/\s+/g, ' ')
  if (estDateFloue(net)) return net
  const lus = decomposer(net)
  return lus && verifiee(lus)
}

type Morceaux = { annee: string; mois: string; jour?: string | undefined }

/** What a date seems to say, even when no such day exists; the year may have two figures only. */
function decomposer(net: string): Morceaux | null {
  const jma = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(net)
  if (jma) return { annee: jma[3]!, mois: jma[2]!, jour: jma[1]! }
  const amj = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(net)
  if (amj) return { annee: amj[1]!, mois: amj[2]!, jour: amj[3] }
  const ma = /^(\d{1,2})[/.-](\d{4})$/.exec(net)
  if (ma) return { annee: ma[2]!, mois: ma[1]! }
  const lettres =
    /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:(\d{1,2})(?:er)? )?([a-zéûô.]+) (\d{4}|\d{2})$/.exec(net)
  const mois = lettres && numeroDuMois(lettres[2]!)
  return mois ? { annee: lettres[3]!, mois: String(mois), jour: lettres[1] } : null
}

/** The forms in which a date is written, as fields say them. */
export const FORMES_DE_DATE = '2026, 09/2026 ou 30/09/2026'

/** How a whole day is written, where a month or a year would not do. */
const JOUR_EN_ENTIER = 'Écrivez le jour en entier\u00a0: 30/09/2026 ou 30 septembre 2026.'

/** What is wrong with a date that was not understood, and how to write it; `entier` where only a whole day will do. */
export function direDateRefusee(texte: string, entier = false): string {
  const net = texte.trim().toLowerCase().replace(/\s+/g, ' ')
  const ecrivez = entier ? JOUR_EN_ENTIER : `Écrivez ${FORMES_DE_DATE}.`
  if (entier && estDateFloue(lireDateFloue(net) ?? '')) return JOUR_EN_ENTIER
  if (net === '') return `La date manque. ${ecrivez}`
  const lus = decomposer(net)
  const annee = Number(lus?.annee ?? (/^\d{1,4}$/.test(net) ? net : Number.NaN))
  if (Number.isNaN(annee)) return `Cette date n’est pas comprise. ${ecrivez}`
  if (annee < 100) return entier ? JOUR_EN_ENTIER : `Écrivez l’année en entier\u00a0: ${FORMES_DE_DATE}.`
  if (annee < 1900 || annee > 2200) return `L’année ${annee} est trop loin\u00a0: elle va de 1900 à 2200.`
  const [mois, jour] = [Number(lus?.mois), Number(lus?.jour)]
  const nom = MOIS[mois - 1]
  if (nom === undefined) return `Le mois ${mois} n’existe pas. ${ecrivez}`
  const bissextile = mois === 2 && jour === 29 ? ` en ${annee}` : ''
  return `Le ${jour} ${nom} n’existe pas${bissextile}. ${ecrivez}`
}

function verifiee({ annee, mois, jour }: Morceaux): DateFloue | null {
  const texte = [annee, mois.padStart(2, '0'), jour?.padStart(2, '0')].filter(Boolean).join('-')
  return estDateFloue(texte) ? texte : null
}

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre'
]

function numeroDuMois(mot: string): number | null {
  const plat = mot.normalize('NFD').replace(/\p{Mn}|\./gu, '')
  const rang = MOIS.findIndex((mois) => {
    const nom = mois.normalize('NFD').replace(/\p{Mn}/gu, '')
    return nom === plat || (plat.length >= 3 && nom.startsWith(plat) && plat !== 'jui')
  })
  return rang < 0 ? null : rang + 1
}

/** Day on which an imprecise date begins, as AAAA-MM-JJ. */
export function premierJour(date: DateFloue): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day that an imprecise date covers, as AAAA-MM-JJ. */
export function dernierJour(date: DateFloue): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 7) return `${date}-${String(joursDuMois(Number(date.slice(0, 4)), Number(date.slice(5)))).padStart(2, '0')}`
  return date
}

/** « 2020 », « octobre 2015 », « 7 mars 2022 » (« 1er mai 2023 »). */
export function direDate(date: DateFloue): string {
  const [annee, mois, jour] = date.split('-')
  if (!mois) return annee!
  const nom = MOIS[Number(mois) - 1]
  if (!jour) return `${nom} ${annee}`
  return `${Number(jour) === 1 ? '1er' : Number(jour)} ${nom} ${annee}`
}

/** A stored date as one writes it in a field: « 30/09/2026 », « 09/2026 », « 2026 »; any other text as it is. */
export const ecrireDate = (texte: string): string => (FORME.test(texte) ? texte.split('-').reverse().join('/') : texte)

/** « le 7 mars 2030 », « en mars 2030 », « en 2030 ». */
export const direQuand = (date: DateFloue): string => `${date.length === 10 ? 'le' : 'en'} ${direDate(date)}`

/** « depuis le 7 mars 2030 », « depuis mars 2030 », « depuis 2030 ». */
export const direDepuis = (date: DateFloue): string => `depuis ${date.length === 10 ? 'le ' : ''}${direDate(date)}`

/**
 * « 2020-2022 » for two years, « octobre 2015 – 2018 » otherwise; « depuis 2023 », « jusqu'en 2024 »; empty text when nothing is known.
 * Told on a day, what has not begun is « à partir de 2030 ».
 */
export function direPeriode(debut: DateFloue | null, fin: DateFloue | null, jour?: string): string {
  if (debut && fin) {
    if (debut === fin) return direDate(debut)
    return debut.length === 4 && fin.length === 4 ? `${debut}-${fin}` : `${direDate(debut)} – ${direDate(fin)}`
  }
  if (debut && jour !== undefined && premierJour(debut) > jour) return `à partir ${deDate(debut)}`
  if (debut) return direDepuis(debut)
  if (fin) return `jusqu’${fin.length === 10 ? 'au' : 'en'} ${direDate(fin)}`
  return ''
}

const A_PARIS = new Intl.DateTimeFormat('fr-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
})

/** « de 2030 », « d’octobre 2030 », « du 7 mars 2030 ». */
function deDate(date: DateFloue): string {
  const dite = direDate(date)
  return date.length === 10 ? `du ${dite}` : /^[ao]/.test(dite) ? `d’${dite}` : `de ${dite}`
}

/** Today in Paris, as AAAA-MM-JJ: contracts begin and end on French days, whatever the machine's clock zone. */
export function jourDe(instant: Date): string {
  return A_PARIS.format(instant)
}

/** Whole days from one AAAA-MM-JJ to another; negative when the second is earlier. */
export function joursEntre(de: string, a: string): number {
  return Math.round((Date.parse(`${a}T00:00:00Z`) - Date.parse(`${de}T00:00:00Z`)) / 86_400_000)
}

/** The instant of an hour in France, « AAAA-MM-JJ » and « HH:MM », whatever the season. */
export function instantDe(jour: string, heure: string): Date {
  const dite = Date.parse(`${jour}T${heure}:00Z`)
  // what the clock of Paris shows at that instant, read as if it were universal time, says how far it is
  const ecart = (quand: number) =>
    Date.parse(`${new Date(quand).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replace(' ', 'T')}Z`) - quand
  return new Date(dite - ecart(dite - ecart(dite)))
}
