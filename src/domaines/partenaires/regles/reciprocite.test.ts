import { describe, expect, test } from 'vitest'
import { balanceDe, ilYA, jugerInvitationRecue, resteADire, type Recue } from './reciprocite.ts'

const recue = (date: string, presence: Recue['presence']): Recue => ({ date, presence })

describe('R-103 · ce que l’on note d’une réunion d’un partenaire', () => {
  const juger = (presence: Recue['presence'], date: string, motif: string | null = null) =>
    jugerInvitationRecue({ presence, date, motif }, '2026-11-22')

  test('on n’y est pas allé avant son jour, mais on peut savoir que l’on n’ira pas', () => {
    expect(juger('honoree', '2026-11-23')).toBe('pas_encore')
    expect(juger('deleguee', '2026-12')).toBe('pas_encore')
    expect(juger('attendue', '2026-12-01')).toBeNull()
    expect(juger('manquee', '2026-12-01', 'Conseil municipal le même soir.')).toBeNull()
    expect(juger('honoree', '2026-11-22')).toBeNull()
    expect(juger('honoree', '2026-11')).toBeNull()
  })

  test('ne pas y aller se dit avec une raison', () => {
    expect(juger('manquee', '2026-11-01')).toBe('motif_manque')
    expect(juger('manquee', '2026-11-01', '')).toBe('motif_manque')
  })

  test('le jour passé, il reste à dire si quelqu’un y est allé', () => {
    expect(resteADire(recue('2026-11-21', 'attendue'), '2026-11-22')).toBe(true)
    expect(resteADire(recue('2026-11-22', 'attendue'), '2026-11-22')).toBe(false)
    expect(resteADire(recue('2026-11-21', 'honoree'), '2026-11-22')).toBe(false)
  })
})

describe('R-103, R-104 · la réciprocité avec un partenaire', () => {
  test('y aller ou y envoyer quelqu’un compte pareil ; ce que l’on n’a pas dit ne compte pas', () => {
    const recues = [
      recue('2026-01', 'honoree'),
      recue('2026-03', 'deleguee'),
      recue('2026-02', 'manquee'),
      recue('2026-12', 'attendue')
    ]
    expect(balanceDe({ conviees: 4, venus: 3, recues })).toEqual({ conviees: 4, venus: 3, invites: 3, alles: 2, alerte: false })
  })

  test('la dernière invitation manquée alerte, même si les autres furent honorées', () => {
    const recues = [recue('2026-05', 'manquee'), recue('2026-01', 'honoree'), recue('2025-01', 'honoree')]
    expect(balanceDe({ conviees: 0, venus: 0, recues }).alerte).toBe(true)
  })

  test('la plupart manquées alertent, même si l’on est allé à la dernière ; la moitié n’alerte pas', () => {
    const recues = [recue('2026-05', 'honoree'), recue('2026-01', 'manquee')]
    expect(balanceDe({ conviees: 0, venus: 0, recues }).alerte).toBe(false)
    expect(balanceDe({ conviees: 0, venus: 0, recues: [...recues, recue('2025-12', 'manquee')] }).alerte).toBe(true)
  })

  test('qui n’a jamais invité n’alerte pas', () => {
    expect(balanceDe({ conviees: 6, venus: 0, recues: [] }).alerte).toBe(false)
  })

  test('douze mois avant le 29 février, c’est le 28', () => {
    expect(ilYA(12, '2028-02-29')).toBe('2027-02-28')
    expect(ilYA(24, '2026-11-22')).toBe('2024-11-22')
    expect(ilYA(36, '2026-01-31')).toBe('2023-01-31')
  })
})
