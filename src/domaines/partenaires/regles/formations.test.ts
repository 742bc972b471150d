import { expect, test } from 'vitest'
import { aToucher, etatDuService } from './formations.ts'

const JOUR = '2026-11-23'

test('R-137 · un service jamais touché se voit, un service touché il y a plus de deux ans aussi', () => {
  expect(etatDuService(null, JOUR)).toBe('jamais')
  expect(etatDuService('2024-11-22', JOUR)).toBe('ancien')
  expect(etatDuService('2024-11-23', JOUR)).toBe('recent')
  // an imprecise date is taken at its earliest: better to go once too often
  expect(etatDuService('2024', JOUR)).toBe('ancien')
  expect(etatDuService('2025', JOUR)).toBe('recent')
})

test('R-137 · on va d’abord là où l’on n’est jamais allé, puis là où l’on n’est plus allé depuis longtemps', () => {
  const service = (nom: string, derniere: string | null) => ({ id: nom, nom, derniere })
  const services = [
    service('Sports', '2023'),
    service('Crèches', null),
    service('Urbanisme', '2026'),
    service('Culture', null),
    service('CCAS', '2021-03')
  ]
  expect(aToucher(services, JOUR).map(({ nom, etat }) => [nom, etat])).toEqual([
    ['Crèches', 'jamais'],
    ['Culture', 'jamais'],
    ['CCAS', 'ancien'],
    ['Sports', 'ancien']
  ])
})
