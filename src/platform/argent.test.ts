import fc from 'fast-check'
import { expect, test } from 'vitest'
import { direMontant, lireMontant } from './argent.ts'

test.each([
  ['12 500 €', 1_250_000],
  ['12\u202f500,50\u00a0€', 1_250_050],
  ['12.500', 1_250_000],
  ['12.50', 1_250],
  ['1.234.567,8', 123_456_780],
  ['38 k€', 3_800_000],
  ['2,5k€', 250_000],
  ['20 000 € HT', 2_000_000],
  ['0', 0]
])('« %s » vaut %d centimes', (texte, centimes) => expect(lireMontant(texte)).toBe(centimes))

test.each(['', 'à définir', '12 000 à 15 000', '1,2,3', '€'])('« %s » n’est pas un montant', (texte) =>
  expect(lireMontant(texte)).toBeNull()
)

test('tout montant se dit et se relit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (centimes) => {
      expect(lireMontant(direMontant(centimes))).toBe(centimes)
    })
  )
})
