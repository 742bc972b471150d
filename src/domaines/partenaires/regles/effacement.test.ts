import { describe, expect, test } from 'vitest'
import { jourDeLEffacement, jugerEffacement, limiteDuContact } from './effacement.ts'

describe('R-122 · effacer une personne à sa demande', () => {
  test('demandé un lundi, l’effacement se fait le lundi suivant', () => {
    expect(jourDeLEffacement(new Date('2026-11-23T08:00:00Z'))).toBe('2026-11-30')
  })
  test('demandé à 23 h 30 à Paris, il compte du jour de Paris', () => {
    expect(jourDeLEffacement(new Date('2026-06-30T21:30:00Z'))).toBe('2026-07-07')
    expect(jourDeLEffacement(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-08')
  })
  test('qui a signé un contrat y reste : c’est un acte public', () => {
    expect(jugerEffacement({ deja: false, signes: ['CLS de Cergy'] })).toBe('a_signe')
    expect(jugerEffacement({ deja: false, signes: [] })).toBeNull()
  })
  test('on ne le demande pas deux fois', () => {
    expect(jugerEffacement({ deja: true, signes: [] })).toBe('deja_demande')
  })
})

describe('R-122 · revoir qui l’on garde', () => {
  test('trois ans sans contact, jour pour jour', () => {
    expect(limiteDuContact('2026-11-23')).toBe('2023-11-23')
  })
  test('le 29 février, la limite est le 28 février trois ans plus tôt', () => {
    expect(limiteDuContact('2028-02-29')).toBe('2025-02-28')
  })
})
