import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cumuler, gainSur } from './croissance.ts'

const mois = (nom: string, arrivees: number, departs = 0) => ({ mois: nom, arrivees, departs })

describe('R-093 · la liste montre sa croissance', () => {
  test('chaque mois part du précédent ; un départ compte', () => {
    const lus = cumuler([mois('2026-09', 5), mois('2026-10', 3, 2), mois('2026-11', 0)], 10)
    expect(lus.map(({ total }) => total)).toEqual([15, 16, 16])
    expect(gainSur(lus, 1, 10)).toBe(0)
    expect(gainSur(lus, 2, 10)).toBe(1)
    expect(gainSur(lus, 12, 10)).toBe(6)
  })
  test('le dernier total est le premier, plus ce qui est venu, moins ce qui est parti', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50))), fc.nat(1000), (paires, avant) => {
        const lus = cumuler(
          paires.map(([a, d], n) => mois(String(n), a, d)),
          avant
        )
        expect(lus.at(-1)?.total ?? avant).toBe(paires.reduce((somme, [a, d]) => somme + a - d, avant))
      })
    ))
})
