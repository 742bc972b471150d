import { describe, expect, test } from 'vitest'
import { fidelite, type Assiduite } from './fidelite.ts'

const structure = (nom: string, venue: number, premiere: string | null = null, invitee = 4): Assiduite => ({
  id: nom,
  nom,
  invitee,
  venue,
  premiere,
  derniere: premiere
})

describe('R-124 · ils sont venus, ils sont restés', () => {
  test('qui est revenu se compte sur qui a eu le temps de revenir', () => {
    const toutes = [
      structure('CPTS', 3, '2026-01-10'),
      structure('CCAS', 1, '2026-01-10'),
      structure('CAF', 1, '2026-11-10'),
      structure('Hôpital', 0)
    ]
    expect(fidelite(toutes, '2026-11-10')).toEqual({ venues: 3, neuves: 1, revenues: 1, jamais: 1, part: 1 / 2 })
  })
  test('sans personne, ou seulement des nouvelles, il n’y a pas de part à dire', () => {
    expect(fidelite([], null).part).toBeNull()
    expect(fidelite([structure('CAF', 1, '2026-11-10')], '2026-11-10').part).toBeNull()
  })
  test('jamais invitée n’est pas « jamais venue »', () => expect(fidelite([structure('ARS', 0, null, 0)], null).jamais).toBe(0))
})
