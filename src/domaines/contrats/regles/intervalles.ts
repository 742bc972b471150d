import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'
import type { EtatContrat } from '../schema.ts'

type Periode = { id: string; debut: DateFloue | null; fin: DateFloue | null; finProrogee: DateFloue | null; etat: EtatContrat }

const COUVRANTS: readonly EtatContrat[] = ['signe', 'en_vigueur', 'proroge', 'echu']

/**
 * The time without a contract before each one, in whole months, when it is known and at least one (R-008: gaps are normal).
 * Only a signed contract covers its period, and what an act of prorogation added; the gap is said before any contract that is not abandoned.
 */
export function videsAvant(contrats: readonly Periode[]): Map<string, number> {
  const dates = contrats
    .filter(
      (contrat): contrat is Periode & { debut: DateFloue; fin: DateFloue } =>
        contrat.debut !== null && contrat.fin !== null && contrat.etat !== 'abandonne'
    )
    .toSorted((a, b) => premierJour(a.debut).localeCompare(premierJour(b.debut)))
  const vides = new Map<string, number>()
  let fin = ''
  for (const contrat of dates) {
    const mois = fin === '' ? 0 : moisPleins(fin, premierJour(contrat.debut))
    if (mois >= 1) vides.set(contrat.id, mois)
    const sienne = dernierJour(contrat.finProrogee ?? contrat.fin)
    if (COUVRANTS.includes(contrat.etat) && sienne > fin) fin = sienne
  }
  return vides
}

/** Whole months between the last day of one period and the first of the next. */
export function moisPleins(dernier: string, premier: string): number {
  const [anneeA, moisA, jourA] = dernier.split('-').map(Number) as [number, number, number]
  const [anneeB, moisB, jourB] = premier.split('-').map(Number) as [number, number, number]
  // the first day without a contract is the one after the last
  const lendemain = new Date(Date.UTC(anneeA, moisA - 1, jourA + 1))
  return (
    (anneeB - lendemain.getUTCFullYear()) * 12 + (moisB - 1 - lendemain.getUTCMonth()) - (jourB < lendemain.getUTCDate() ? 1 : 0)
  )
}

/** « 3 ans et 5 mois », « 1 an », « 7 mois ». */
export function direMois(mois: number): string {
  const ans = Math.floor(mois / 12)
  const reste = mois % 12
  return [ans === 0 ? '' : ans === 1 ? '1 an' : `${ans} ans`, reste === 0 ? '' : `${reste} mois`].filter(Boolean).join(' et ')
}
