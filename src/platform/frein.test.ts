import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ouvrirFrein } from './frein.ts'

const A = (secondes: number) => new Date(1_000_000 + secondes * 1000)

test('tant de fois d’un coup, puis une attente dite en secondes, puis de nouveau', () => {
  const frein = ouvrirFrein({ fois: 3, secondes: 60 })
  expect([0, 0, 0].map((quand) => frein('lou', A(quand)))).toEqual([0, 0, 0])
  expect(frein('lou', A(0))).toBe(20)
  expect(frein('lou', A(15))).toBe(5)
  expect(frein('ana', A(0)), 'une autre n’attend pas').toBe(0)
  expect(frein('lou', A(20))).toBe(0)
  expect(frein('lou', A(20))).toBe(20)
  // after a long pause, all of them again, and not one more
  expect([500, 500, 500, 500].map((quand) => frein('lou', A(quand)))).toEqual([0, 0, 0, 20])
})

test('quel que soit le rythme, jamais plus du double dans une même durée, et qui attend ce qu’on lui dit passe', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 90 }),
      fc.array(fc.integer({ min: 0, max: 20 })),
      (fois, secondes, pauses) => {
        const frein = ouvrirFrein({ fois, secondes })
        let quand = 0
        const passages: number[] = []
        for (const pause of pauses) {
          quand += pause
          const attente = frein('lou', A(quand))
          if (attente === 0) passages.push(quand)
          else if (pause % 3 === 0) {
            quand += attente
            expect(frein('lou', A(quand))).toBe(0)
            passages.push(quand)
          }
        }
        for (const debut of passages)
          expect(passages.filter((un) => un >= debut && un < debut + secondes).length).toBeLessThanOrEqual(2 * fois)
      }
    )
  ))

test('cent mille adresses différentes ne remplissent pas la mémoire, et qui insiste reste freiné', () => {
  const frein = ouvrirFrein({ fois: 1, secondes: 60 })
  for (let n = 0; n < 100_000; n++) frein(`adresse ${n}`, A(0))
  expect(frein('adresse 99999', A(1))).toBeGreaterThan(0)
  expect(frein('adresse 1', A(1)), 'la plus ancienne est oubliée').toBe(0)
})
