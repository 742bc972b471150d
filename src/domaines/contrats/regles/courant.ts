import type { EtatContrat } from '../schema.ts'
import { etatAu, type Periode } from './etat.ts'

const PREFERENCE: readonly EtatContrat[] = [
  'en_vigueur',
  'proroge',
  'signe',
  'en_relecture',
  'elaboration',
  'prefiguration',
  'echu',
  'abandonne'
]

/** The contract that a territory works with on a day: the one in force, else the one being prepared, else the last; null when there is none. */
export function contratCourant<T extends Periode & { generation: number }>(contrats: readonly T[], jour: string): T | null {
  return (
    contrats.toSorted(
      (a, b) => PREFERENCE.indexOf(etatAu(a, jour)) - PREFERENCE.indexOf(etatAu(b, jour)) || b.generation - a.generation
    )[0] ?? null
  )
}
