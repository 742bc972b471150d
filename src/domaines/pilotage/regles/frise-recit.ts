import { dernierJour, direDate, premierJour, type DateFloue } from '#platform/dates.ts'
import { direJusque } from '#domaines/contrats/libelles.ts'
import { direMois } from '#domaines/contrats/regles/intervalles.ts'
import type { Date2, MatiereDeFrise, Vide } from './frise.ts'

/** « 2017-2019 », or from a day to another. */
export const direVide = ({ debut, fin }: Vide): string => {
  const [de, a] = [Number(debut.slice(0, 4)), Number(fin.slice(0, 4))]
  if (!debut.endsWith('-01-01') || !fin.endsWith('-12-31')) return `du ${direDate(debut)} au ${direDate(fin)}`
  return de === a ? `${de}` : `${de}-${a}`
}

/** Why nothing was signed then, from what the territory noted: the regional plan's delay, an extension, its journal. */
export function expliquerVide(vide: Vide, { prs, actes, faits }: MatiereDeFrise): string {
  const pendant = (date: DateFloue) => dernierJour(date) >= vide.debut && premierJour(date) <= vide.fin
  const tardifs = prs.filter(
    ({ debut, paruLe }) => debut && paruLe && premierJour(paruLe) > premierJour(debut) && pendant(paruLe)
  )
  const raisons = [
    ...tardifs.map(({ sigle, paruLe }) => `le ${sigle} n’a paru qu’en ${direDate(paruLe!)}`),
    ...actes
      .filter(({ date }) => pendant(date))
      .map(({ reference, date, objet }) =>
        [`${sansPoint(reference)} (${direDate(date)})`, objet && sansPoint(objet)].filter(Boolean).join(' ')
      ),
    ...faits.filter(({ date }) => pendant(date)).map(({ texte }) => sansPoint(texte))
  ]
  const sans = `${/^\d/.test(direVide(vide)) ? `En ${direVide(vide)}` : `${direVide(vide)[0]!.toUpperCase()}${direVide(vide).slice(1)}`}, aucun contrat n’était signé (${direMois(vide.mois)})`
  return raisons.length === 0
    ? `${sans}. Les actions continuaient au portefeuille.`
    : `${sans}\u00a0: ${raisons.join('\u202f; ')}.`
}

/** A sentence that goes on inside another. */
const sansPoint = (texte: string): string =>
  texte.replace(/^\p{Lu}(?=\p{Ll})/u, (lettre) => lettre.toLowerCase()).replace(/\.$/, '')

/** Contracts that overlap, and those in preparation that would (R-008). */
export function chevauchements(contrats: readonly Date2[]): string[] {
  return contrats.flatMap((contrat, rang) =>
    contrats
      .slice(rang + 1)
      .filter((suivant) => premierJour(suivant.debut) <= dernierJour(contrat.jusque))
      .map((suivant) => {
        const fin = direDate([dernierJour(contrat.jusque), dernierJour(suivant.jusque)].toSorted()[0]!)
        const prepare = !contrat.couvre || !suivant.couvre
        const prolonge = contrat.finProrogee ? `, prorogé jusqu’${direJusque(contrat.finProrogee)}` : ''
        return prepare
          ? `« ${suivant.intitule} » commencerait avant la fin de « ${contrat.intitule} »${prolonge}\u00a0: les deux se recouvriraient jusqu’au ${fin}.`
          : `« ${suivant.intitule} » commence avant la fin de « ${contrat.intitule} »${prolonge}\u00a0: les deux se recouvrent jusqu’au ${fin}.`
      })
  )
}
