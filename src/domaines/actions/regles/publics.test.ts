import { expect, test } from 'vitest'
import { direPublics } from './publics.ts'

test('R-087 · le public de la liste et le même mot écrit à la main ne se disent qu’une fois', () => {
  expect(direPublics({ facettes: ['familles', 'qpv'], publics: ['familles', 'Seniors'] })).toBe(
    'Familles, Habitants des quartiers prioritaires, Seniors'
  )
  expect(direPublics({ facettes: [], publics: [] })).toBe('')
})
