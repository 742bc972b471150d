import { expect, test } from 'vitest'
import { compterParFamille } from './familles.ts'

test('chaque statut va dans sa famille, ce qui n’est pas dit n’a pas commencé, ce qui est abandonné ne compte pas', () => {
  const statuts = ['realise', 'en_cours', 'en_cours', 'bloque', 'en_retard', null, 'a_venir', 'abandonne'] as const
  expect(compterParFamille(statuts).map(({ libelle, nombre }) => `${libelle} ${nombre}`)).toEqual([
    'réalisées 1',
    'en cours 2',
    'en retard, en pause ou bloquées 2',
    'à venir ou à discuter 2'
  ])
})
