import { expect, test } from 'vitest'
import { direPresence, sansSuite } from './passages.ts'

const JOUR = '2026-11-22'
const dire = (...dates: string[]) =>
  direPresence(
    dates.map((date) => ({ date })),
    JOUR
  )

test('R-133 · la présence du service à une instance participative se dit en une phrase, et son absence aussi', () => {
  expect(dire()).toEqual({ texte: 'Le service n’y est jamais noté présent.', absent: true })
  expect(dire('2026-10-04', '2026-03', '2025-09-01')).toEqual({
    texte: 'Le service y est allé 2 fois en douze mois.',
    absent: false
  })
  expect(dire('2026-05-01')).toEqual({ texte: 'Le service n’y est pas allé depuis 6 mois.', absent: true })
  expect(dire('2025-11', '2026-05-27').absent).toBe(false)
})

test('R-133 · ce qui a été soulevé et dont personne n’a dit la suite se compte', () => {
  expect(sansSuite([{ suite: null }, { suite: 'Point au prochain COTECH' }, { suite: null }])).toBe(2)
})
