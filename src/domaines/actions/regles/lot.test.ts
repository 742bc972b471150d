import { describe, expect, test } from 'vitest'
import { effetsDuLot, listeDe, retouchees, type FicheDeLot } from './lot.ts'

const fiche = (autres: Partial<FicheDeLot> = {}): FicheDeLot => ({
  id: 'f',
  titre: 'Bus santé',
  statut: 'en_cours',
  priorite: null,
  nature: null,
  debut: '2024',
  fin: '2026-06',
  participation: null,
  thematiques: ['nutrition'],
  types: [],
  facettes: [],
  modifieLe: '2026-11-22T10:00:00.000Z',
  ...autres
})
const etats = (...args: Parameters<typeof effetsDuLot>) => effetsDuLot(...args).map(({ etat }) => etat)

describe('changer plusieurs actions d’un coup', () => {
  test('celles qui le disent déjà restent comme elles sont, les autres changent', () => {
    expect(etats([fiche(), fiche({ statut: 'realise' })], 'statut', 'realise')).toEqual(['change', 'pareille'])
  })
  test('une valeur vide retire ce qui était dit', () => {
    expect(effetsDuLot([fiche()], 'statut', null)).toEqual([{ id: 'f', etat: 'change', avant: 'en_cours' }])
    expect(etats([fiche({ priorite: null })], 'priorite', null)).toEqual(['pareille'])
  })
  test('une date qui mettrait la fin avant le début est impossible, pour celle-là seulement', () => {
    expect(etats([fiche(), fiche({ debut: '2020' })], 'fin', '2023')).toEqual(['impossible', 'change'])
    expect(etats([fiche()], 'debut', '2027')).toEqual(['impossible'])
  })
  test('un mot s’ajoute à une liste ou s’en retire, sans toucher aux autres', () => {
    expect(etats([fiche(), fiche({ thematiques: [] })], '+thematiques', 'nutrition')).toEqual(['pareille', 'change'])
    expect(etats([fiche(), fiche({ thematiques: [] })], '-thematiques', 'nutrition')).toEqual(['change', 'pareille'])
    expect(listeDe('-types')).toEqual({ liste: 'types', sens: 'moins' })
    expect(listeDe('statut')).toBeNull()
  })
  test('celle que quelqu’un a retouchée depuis l’aperçu se reconnaît à l’instant où elle l’a été', () => {
    const fiches = [fiche(), fiche({ id: 'g', modifieLe: '2026-11-22 10:05:00+00' })]
    expect(retouchees(fiches, '2026-11-22T10:00:00.000Z').map(({ id }) => id)).toEqual(['g'])
  })
})
