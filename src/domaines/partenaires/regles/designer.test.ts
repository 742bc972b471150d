import { expect, test } from 'vitest'
import { designee, type Candidate } from './designer.ts'

const une = (id: string, maisons: string[], courriel: string | null = null, nom = 'Marie Martin'): Candidate => ({
  id,
  nom,
  cleNom: nom.toLowerCase(),
  courriel,
  maisons
})
const CCAS = une('a', ['CCAS de Cergy'], 'm1@x.fr')
const CPTS = une('b', ['CPTS du Nord'], 'm2@y.fr')

test('un nom que personne d’autre ne porte désigne sa personne', () => {
  expect(designee('Marie MARTIN', [CCAS])).toEqual({ id: 'a' })
  expect(designee('Lou Petit', [])).toBeNull()
})
test('un nom que plusieurs portent ne désigne personne, et dit comment écrire chacune', () =>
  expect(designee('Marie Martin', [CCAS, CPTS, une('c', [], 'm3@z.fr')])).toEqual({
    plusieurs: ['Marie Martin, CCAS de Cergy', 'Marie Martin, CPTS du Nord', 'Marie Martin, m3@z.fr']
  }))
test('la maison, ou l’adresse, dit laquelle', () => {
  expect(designee('marie martin, CPTS du nord', [CCAS, CPTS])).toEqual({ id: 'b' })
  expect(designee('M2@Y.fr', [CCAS, CPTS])).toEqual({ id: 'b' })
  expect(designee('Marie Martin, Mairie', [CCAS, CPTS])).toBeNull()
})
test('un nom qui a une virgule se lit d’abord entier', () =>
  expect(designee('Martin, Marie', [une('d', [], null, 'Martin, Marie')])).toEqual({ id: 'd' }))
