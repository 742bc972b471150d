import { expect, test } from 'vitest'
import { direQuartiers, direTerritoire } from './libelles.ts'

const qpv = (generation: '2015' | '2024') => ({ nature: 'qpv' as const, generation })
const autre = { nature: 'quartier' as const, generation: null }

test('R-029 · la page des quartiers dit combien de chaque liste', () => {
  expect(direQuartiers([])).toBe('Aucun quartier encore')
  expect(direQuartiers([autre])).toBe('1 quartier')
  expect(direQuartiers([qpv('2024'), qpv('2024'), qpv('2015')])).toBe('2 quartiers prioritaires de 2024 et 1 de 2015')
  expect(direQuartiers([qpv('2015'), autre, autre])).toBe('1 quartier prioritaire de 2015 et 2 autres quartiers')
})

test('R-030 · la page du territoire dit ses communes et sa population', () => {
  expect(direTerritoire('Ville de Cergy', 1, { total: 906 })).toBe('Ville de Cergy, 906 habitants')
  expect(direTerritoire('Boucles de Marne', 2, null)).toBe('Boucles de Marne, 2 communes')
})
