import { dernierJour, joursEntre, premierJour, type DateFloue } from '#platform/dates.ts'
import type { EtapeContrat, EtatContrat } from '../schema.ts'
import { direMois } from './intervalles.ts'

/** `finProrogee` is the end that an act of prorogation gave, null without one. */
export type Periode = { etape: EtapeContrat; debut: DateFloue | null; fin: DateFloue | null; finProrogee: DateFloue | null }

/**
 * What a contract is on a day (AAAA-MM-JJ). Signature is declared; being in force or ended follows from the period,
 * so no clock has to wake up to change a row. Past its end it is `proroge` as long as an act extends it. A signed contract
 * without dates stays `signe`.
 */
export function etatAu(contrat: Periode, jour: string): EtatContrat {
  if (contrat.etape !== 'signe') return contrat.etape
  if (contrat.debut && jour < premierJour(contrat.debut)) return 'signe'
  if (contrat.fin && jour > dernierJour(contrat.fin))
    return contrat.finProrogee && jour <= dernierJour(contrat.finProrogee) ? 'proroge' : 'echu'
  return contrat.debut || contrat.fin ? 'en_vigueur' : 'signe'
}

/** From each stage, the stages that a person may declare next. `signe` has its own act, which checks the signatories. */
export const TRANSITIONS: Record<EtapeContrat, readonly EtapeContrat[]> = {
  prefiguration: ['elaboration', 'abandonne'],
  elaboration: ['en_relecture', 'prefiguration', 'abandonne'],
  en_relecture: ['signe', 'elaboration', 'abandonne'],
  signe: ['en_relecture'],
  abandonne: ['prefiguration', 'elaboration']
}

/** States in which a contract binds its signatories. */
export const EN_COURS: readonly EtatContrat[] = ['en_vigueur', 'proroge']

/** The day until which a contract runs, extensions included. */
export const finEffective = ({ fin, finProrogee }: Pick<Periode, 'fin' | 'finProrogee'>): DateFloue | null => finProrogee ?? fin

/** Months before the end when the renewal should have begun (three generations of the seeds took a year or more). */
const MOIS_AVANT_RENOUVELLEMENT = 18

export type Echeance = { restant: number; dire: string; aRenouveler: boolean }

/** How long a contract in force still runs, and whether its renewal should begin, extensions included; null when it is not in force or has no end. */
export function echeanceAu(contrat: Periode, jour: string): Echeance | null {
  if (!EN_COURS.includes(etatAu(contrat, jour)) || !contrat.fin) return null
  const fin = dernierJour(finEffective(contrat)!)
  const mois = moisEntre(jour, fin)
  return {
    restant: joursEntre(jour, fin),
    dire: direDuree(mois, joursEntre(jour, fin)),
    aRenouveler: mois < MOIS_AVANT_RENOUVELLEMENT
  }
}

function moisEntre(de: string, a: string): number {
  const [anneeDe, moisDe, jourDe] = de.split('-').map(Number) as [number, number, number]
  const [anneeA, moisA, jourA] = a.split('-').map(Number) as [number, number, number]
  return (anneeA - anneeDe) * 12 + (moisA - moisDe) - (jourA < jourDe ? 1 : 0)
}

function direDuree(mois: number, jours: number): string {
  if (mois < 1) return jours < 2 ? `${jours} jour` : `${jours} jours`
  return direMois(mois)
}
