import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EtatContrat } from '../schema.ts'
import { direMois, videsAvant } from './intervalles.ts'

const contrat = (id: string, debut: string | null, fin: string | null, etat: EtatContrat = 'echu') => ({
  id,
  debut,
  fin,
  finProrogee: null as string | null,
  etat
})
const dits = (...contrats: ReturnType<typeof contrat>[]) =>
  [...videsAvant(contrats)].map(([id, mois]) => `${id} : ${direMois(mois)}`)

describe('le temps sans contrat', () => {
  test('R-008 · entre deux années, il compte les années pleines : de 2016 à 2020, trois ans', () => {
    expect(
      dits(contrat('premier', '2011', '2016'), contrat('deuxième', '2020', '2022'), contrat('troisième', '2023', '2028'))
    ).toEqual(['deuxième : 3 ans'])
  })

  test('R-008 · entre un mois et un jour, il commence au premier jour qu’aucun contrat ne couvre', () => {
    expect(dits(contrat('2015', '2015-10', '2018-10'), contrat('2022', '2022-03-07', '2024'))).toEqual(['2022 : 3 ans et 4 mois'])
    expect(dits(contrat('a', '2015', '2018-09-30'), contrat('b', '2022-03-01', '2024'))).toEqual(['b : 3 ans et 5 mois'])
  })

  test('R-008 · moins d’un mois entre deux contrats n’est pas un vide', () => {
    expect(dits(contrat('a', '2015', '2018'), contrat('b', '2019', '2021'))).toEqual([])
    expect(dits(contrat('a', '2015', '2018-03-01'), contrat('b', '2018-04-01', '2021'))).toEqual([])
    expect(dits(contrat('a', '2015', '2018-03-01'), contrat('b', '2018-04-02', '2021'))).toEqual(['b : 1 mois'])
  })

  test('R-008 · un contrat long couvre le vide qu’un plus court laisserait', () => {
    expect(dits(contrat('long', '2010', '2020'), contrat('court', '2012', '2013'), contrat('suivant', '2021', '2024'))).toEqual(
      []
    )
  })

  test('R-008 · l’ordre dans lequel on donne les contrats ne change rien', () => {
    const trois = [contrat('a', '2011', '2016'), contrat('b', '2020', '2022'), contrat('c', '2025', '2028')]
    fc.assert(
      fc.property(fc.shuffledSubarray(trois, { minLength: 3 }), (melange) => {
        expect(videsAvant(melange)).toEqual(videsAvant(trois))
      })
    )
    expect(videsAvant(trois).size).toBe(2)
  })

  test('R-008 · un contrat dont une date manque ne se compare pas', () => {
    expect(dits(contrat('a', '2011', null), contrat('b', '2020', '2022'))).toEqual([])
    expect(dits(contrat('a', '2011', '2016'), contrat('b', null, '2022'))).toEqual([])
  })

  test('R-008 · un contrat abandonné ou jamais signé n’a rien couvert', () => {
    for (const etat of ['abandonne', 'prefiguration', 'elaboration', 'en_relecture'] as const)
      expect(
        videsAvant([contrat('a', '2011', '2016'), contrat('resté là', '2017', '2019', etat), contrat('c', '2020', '2022')]).get(
          'c'
        )
      ).toBe(36)
  })

  test('R-008 · le vide se dit avant un contrat qui se prépare, pas avant un contrat abandonné', () => {
    expect(dits(contrat('a', '2011', '2016'), contrat('b', '2018', '2020', 'abandonne'))).toEqual([])
    expect(dits(contrat('a', '2011', '2016'), contrat('b', '2018', '2020', 'elaboration'))).toEqual(['b : 1 an'])
  })
})

test('R-008 · une durée se dit en ans et en mois, sans rien de trop', () => {
  expect([1, 11, 12, 13, 24, 41].map(direMois)).toEqual([
    '1 mois',
    '11 mois',
    '1 an',
    '1 an et 1 mois',
    '2 ans',
    '3 ans et 5 mois'
  ])
})
