import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { depuisQuandSuivre, heureDuPoint, minuter, partagerEnTrois, tourDe } from './ordre-du-jour.ts'

describe('R-119 · l’ordre du jour se minute', () => {
  test('chaque point commence quand le précédent finit', () => {
    const { points, total, reste } = minuter(120, [{ minutes: 30 }, { minutes: 20 }, { minutes: 60 }])
    expect(points.map(({ debut }) => debut)).toEqual([0, 30, 50])
    expect([total, reste]).toEqual([110, 10])
  })

  test('un ordre du jour plus long que la séance a un reste négatif', () => {
    expect(minuter(60, [{ minutes: 45 }, { minutes: 30 }]).reste).toBe(-15)
  })

  test('après un point sans durée, on ne sait plus quand commencent les suivants', () => {
    const { points, incomplet } = minuter(120, [{ minutes: 30 }, { minutes: null }, { minutes: 20 }])
    expect(points.map(({ debut }) => debut)).toEqual([0, 30, null])
    expect(incomplet).toBe(true)
  })

  test('l’heure d’un point se lit, et passe minuit', () => {
    expect(heureDuPoint('14:30', 45)).toBe('15:15')
    expect(heureDuPoint('23:30', 45)).toBe('00:15')
    expect(heureDuPoint(null, 45)).toBeNull()
    expect(heureDuPoint('14:30', null)).toBeNull()
  })

  test('deux heures se partagent en une demi-heure, vingt minutes et le travail', () => {
    expect(partagerEnTrois(120)).toEqual([
      { temps: 'suivi', minutes: 30 },
      { temps: 'presentation', minutes: 20 },
      { temps: 'thematique', minutes: 70 }
    ])
  })

  test('les trois temps font toujours la séance, et chacun dure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 720 }), (duree) => {
        const temps = partagerEnTrois(duree)
        expect(temps.reduce((somme, { minutes }) => somme + minutes, 0)).toBe(duree)
        expect(Math.min(...temps.map(({ minutes }) => minutes))).toBeGreaterThan(0)
      })
    )
  })
})

describe('R-119 · le suivi remonte à la séance d’avant', () => {
  test('à la dernière séance tenue du groupe', () => {
    expect(
      depuisQuandSuivre('2026-12-09', [
        { jour: '2026-03-10', annulee: false },
        { jour: '2026-06-16', annulee: false },
        { jour: '2026-09-01', annulee: true },
        { jour: '2027-03-01', annulee: false }
      ])
    ).toBe('2026-06-16')
  })
  test('à six mois quand il n’y en a pas', () => {
    expect(depuisQuandSuivre('2026-12-09', [])).toBe('2026-06-09')
  })
})

test('R-095 · une structure est prévue, s’est présentée, ou ne l’a jamais fait', () => {
  expect(tourDe({ derniere: '2025-01-10', prochaine: '2026-12-09' })).toBe('prevue')
  expect(tourDe({ derniere: '2025-01-10', prochaine: null })).toBe('presentee')
  expect(tourDe({ derniere: null, prochaine: null })).toBe('jamais')
})
