import { lireDateFloue, type DateFloue } from '#platform/dates.ts'
import { normaliser, propre } from '#platform/texte.ts'

/** `etendue`: the text says a beginning and an end of its own, not one moment that lasts some months. */
export type PeriodeDite = { debut: DateFloue | null; fin: DateFloue | null; etendue: boolean }

/** First and last months of a part of a year. */
const PARTS: readonly [RegExp, (rang: number) => [number, number]][] = [
  [/^(?:t|(?:trimestre) ?)([1-4])$|^([1-4])(?:er|e|eme|nd)? ?(?:trimestre|trim|t)$/, (rang) => [rang * 3 - 2, rang * 3]],
  [/^(?:s|(?:semestre) ?)([12])$|^([12])(?:er|e|eme|nd)? ?(?:semestre|sem|s)$/, (rang) => [rang * 6 - 5, rang * 6]],
  [/^(?:premier|premiere) (?:semestre)$/, () => [1, 6]],
  [/^(?:second|deuxieme) (?:semestre)$/, () => [7, 12]],
  [/^(?:printemps)$/, () => [3, 5]],
  [/^(?:ete)$/, () => [6, 8]],
  [/^(?:automne)$/, () => [9, 11]],
  [/^(?:rentree)$/, () => [9, 9]],
  [/^(?:debut)$/, () => [1, 3]],
  [/^(?:mi|milieu)$/, () => [6, 6]],
  [/^(?:fin|fin d'annee)$/, () => [10, 12]]
]

/**
 * A time said in words: « fin 2026 », « T2 2026 », « 2e trimestre 2026 », « été 2026 », « 2026-2027 », « depuis 2023 », « jusqu’au
 * 30 juin 2026 », « septembre 2024 – juin 2026 »; null when not understood, or when it ends before it begins.
 */
export function lirePeriode(texte: string): PeriodeDite | null {
  const net = normaliser(propre(texte))
  const moment = lireMoment(net)
  if (moment) return { ...moment, etendue: false }
  const depuis = /^(?:depuis|des|a partir d[eu'] ?|a compter d[eu'] ?)(?: ?le)? ?(.+)$/.exec(net)
  const debut = depuis && lireMoment(depuis[1]!)
  if (debut) return { debut: debut.debut, fin: null, etendue: true }
  const jusque = /^(?:jusqu'(?:en|au|a)|avant) ?(?:la )?(.+)$/.exec(net)
  const fin = jusque && lireMoment(jusque[1]!)
  if (fin) return { debut: null, fin: fin.fin, etendue: true }
  return lireEtendue(net)
}

function lireEtendue(net: string): PeriodeDite | null {
  const annees = /^(\d{4}) ?[-/] ?(\d{2}|\d{4})$/.exec(net)
  const parts = annees
    ? [annees[1]!, annees[2]!.length === 2 ? annees[1]!.slice(0, 2) + annees[2]! : annees[2]!]
    : net.replace(/^(?:de|du|d') ?/, '').split(/ (?:a|au|jusqu'a|jusqu'en|jusqu'au|->) | ?[-/] ?(?=[a-z0-9 ]*\d{4}$)/)
  const [un, autre] = [parts[0] && lireMoment(parts[0]), parts[1] && lireMoment(parts[1])]
  if (parts.length !== 2 || !un || !autre) return null
  return autre.fin < un.debut.slice(0, autre.fin.length) ? null : { debut: un.debut, fin: autre.fin, etendue: true }
}

/** A date, or part of a year, with the first and last dates that it may mean. */
function lireMoment(net: string): { debut: DateFloue; fin: DateFloue } | null {
  const date = lireDateFloue(net)
  if (date) return { debut: date, fin: date }
  const [, part, annee] = /^(.+?)[ -]?(\d{4})$/.exec(net) ?? []
  if (part === undefined || annee === undefined || !lireDateFloue(annee)) return null
  for (const [forme, mois] of PARTS) {
    const trouve = forme.exec(part.replace(/ (?:de|d')$/, '').trim())
    if (!trouve) continue
    const [premier, dernier] = mois(Number(trouve[1] ?? trouve[2] ?? 1))
    const dire = (un: number) => `${annee}-${String(un).padStart(2, '0')}`
    return { debut: dire(premier), fin: dire(dernier) }
  }
  return null
}
