import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lireMois, moisVoisin, parMois, semainesDuMois } from './agenda.ts'

const unMois = fc
  .tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 }))
  .map(([annee, mois]) => `${annee}-${String(mois).padStart(2, '0')}`)

describe('l’agenda d’un mois', () => {
  test('les semaines vont du lundi au dimanche et tiennent chaque jour du mois, une fois', () =>
    fc.assert(
      fc.property(unMois, (mois) => {
        const semaines = semainesDuMois(mois)
        for (const semaine of semaines) {
          expect(semaine).toHaveLength(7)
          expect(new Date(`${semaine[0]!.jour}T00:00:00Z`).getUTCDay()).toBe(1)
          expect(
            semaine.some(({ dedans }) => dedans),
            'aucune semaine n’est toute d’un autre mois'
          ).toBe(true)
        }
        const dedans = semaines.flat().filter((jour) => jour.dedans)
        const [annee, rang] = mois.split('-').map(Number) as [number, number]
        expect(dedans).toHaveLength(new Date(Date.UTC(annee, rang, 0)).getUTCDate())
        const jours = semaines.flat().map(({ jour }) => jour)
        expect(new Set(jours).size).toBe(jours.length)
      })
    ))

  test('février 2027 commence un lundi et finit un dimanche : quatre semaines, pas une de plus', () =>
    expect(semainesDuMois('2027-02')).toHaveLength(4))

  test('d’un mois à l’autre et retour, on est où l’on était', () => {
    fc.assert(
      fc.property(unMois, fc.integer({ min: -60, max: 60 }), (mois, pas) => {
        expect(moisVoisin(moisVoisin(mois, pas), -pas)).toBe(mois)
      })
    )
    expect(moisVoisin('2026-12', 1)).toBe('2027-01')
    expect(moisVoisin('2026-01', -1)).toBe('2025-12')
  })

  test('une adresse qui ne dit pas un mois montre celui du jour', () => {
    for (const dit of [null, '', '2026', '2026-13', '2026-00', '26-01', 'janvier'])
      expect(lireMois(dit, '2026-11-22')).toBe('2026-11')
    expect(lireMois('2027-01', '2026-11-22')).toBe('2027-01')
  })

  test('la liste va par mois, dans leur ordre', () =>
    expect(
      parMois(['2027-01-05', '2026-12-09', '2026-12-01'].map((jour) => ({ jour }))).map(({ mois, seances }) => [
        mois,
        seances.length
      ])
    ).toEqual([
      ['2026-12', 2],
      ['2027-01', 1]
    ]))
})
