import { expect, test } from 'vitest'
import { FACETTES } from '../schema/mots.ts'
import { direPublics, publicsOublies, titreDesPublics } from './publics.ts'

test('R-087 · le public de la liste et le même mot écrit à la main ne se disent qu’une fois', () => {
  expect(direPublics({ facettes: ['familles', 'qpv'], publics: ['familles', 'Seniors'] })).toBe(
    'Familles, Habitants des quartiers prioritaires, Seniors'
  )
  expect(direPublics({ facettes: [], publics: [] })).toBe('')
})

test('R-087 · un public sans action à mener est oublié, même si l’on agit pour tous', () => {
  const lignes = [
    { facette: 'tous' as const, vivantes: 3 },
    { facette: 'familles' as const, vivantes: 1 },
    { facette: 'aidants' as const, vivantes: 0 }
  ]
  expect(publicsOublies(lignes)).toContain('aidants')
  expect(publicsOublies(lignes)).not.toContain('familles')
  expect(publicsOublies(lignes)).not.toContain('tous')
  expect(titreDesPublics(lignes)).toBe('11 publics sur 12 n’ont aucune action à mener')
})

test('R-087 · trois oubliés au plus se nomment ; personne d’oublié se dit aussi', () => {
  const tous = FACETTES.map((facette) => ({ facette, vivantes: 1 }))
  expect(titreDesPublics(tous)).toBe('Chaque public a ses actions')
  expect(titreDesPublics(tous.filter(({ facette }) => facette !== 'aidants' && facette !== 'femmes'))).toBe(
    'Aucune action à mener pour\u00a0: femmes et aidants'
  )
  expect(titreDesPublics([{ facette: null, vivantes: 4 }])).toBe('Aucune action ne dit encore à qui elle s’adresse')
})
