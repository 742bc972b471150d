import { describe, expect, test } from 'vitest'
import { VOLONTAIRES_MAX } from '../schema/volontaires.ts'
import { composition, etatDeLAccord, finDeLAccord, jugerVolontaire } from './volontaires.ts'

const JOUR = '2026-11-23'

describe('R-134 · un accord a un terme', () => {
  test('donné le 23 novembre pour un an, il vaut jusqu’au 23 novembre suivant', () =>
    expect(finDeLAccord('2026-11-23', 12)).toBe('2027-11-23'))
  test('donné « en novembre » pour six mois, il vaut jusqu’à la fin de mai', () =>
    expect(finDeLAccord('2026-11', 6)).toBe('2027-05-30'))
  test('donné le 31 août pour six mois, il vaut jusqu’au dernier jour de février', () =>
    expect(finDeLAccord('2026-08-31', 6)).toBe('2027-02-28'))
  test('il court, finit bientôt, puis est fini ; retiré, il n’est plus rien d’autre', () => {
    const etat = (jusquAu: string, accordRetireLe: string | null = null) => etatDeLAccord({ jusquAu, accordRetireLe }, JOUR)
    expect(etat('2027-01-01')).toBe('en_cours')
    expect(etat('2026-12-23')).toBe('bientot_fini')
    expect(etat('2026-11-23')).toBe('bientot_fini')
    expect(etat('2026-11-22')).toBe('fini')
    expect(etat('2027-01-01', '2026-11-20')).toBe('retire')
  })
})

describe('R-134 · qui peut être noté', () => {
  const autour = { deja: false, partenaire: false, nombre: 3 }
  const juger = (accordLe: string, change: Partial<typeof autour> = {}, duree: 6 | 12 = 12) =>
    jugerVolontaire({ accordLe, duree }, { ...autour, ...change }, JOUR)
  test('qui a donné son accord', () => expect(juger('2026-11-20')).toBeNull())
  test('pas avant de l’avoir donné', () => expect(juger('2026-12')).toBe('accord_a_venir'))
  test('pas pour un accord déjà fini', () => expect(juger('2025-01-10', {}, 6)).toBe('accord_deja_fini'))
  test('pas deux fois', () => expect(juger('2026-11', { deja: true })).toBe('volontaire_deja'))
  test('pas qui représente une structure : elle est invitée comme partenaire', () =>
    expect(juger('2026-11', { partenaire: true })).toBe('est_partenaire'))
  test('pas plus que quelques-uns : ce n’est pas un fichier d’habitants', () =>
    expect(juger('2026-11', { nombre: VOLONTAIRES_MAX })).toBe('trop_de_volontaires'))
})

describe('R-135 · un groupe mêle professionnels et habitants', () => {
  test('il est mixte quand il y a des uns et des autres', () => {
    expect(composition([{ habitant: true }, { habitant: false }, { habitant: true }])).toEqual({
      professionnels: 1,
      habitants: 2,
      mixte: true
    })
    expect(composition([{ habitant: true }]).mixte).toBe(false)
    expect(composition([]).mixte).toBe(false)
  })
})
