import { expect, test } from 'vitest'
import { direImport, direQuartiers, direTerritoire } from './libelles.ts'

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

test('un import dit ce qu’il a ajouté, ce qu’il a complété, ou que rien n’était neuf', () => {
  expect(direImport({ ajoutes: 2, completes: 1 })).toBe('2 quartiers ajoutés, 1 complété')
  expect(direImport({ ajoutes: 0, completes: 3 })).toBe('3 quartiers complétés')
  expect(direImport({ ajoutes: 0, completes: 0 })).toBe('Rien à ajouter\u00a0: tout était déjà là')
})
