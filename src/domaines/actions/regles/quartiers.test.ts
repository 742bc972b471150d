import { describe, expect, test } from 'vitest'
import { direTeinte, prioritaires, quartiersRegardes, teintesDesComptes, titreDesQuartiers } from './quartiers.ts'

const qpv = (nom: string, actions: number, generation = '2024') => ({ nom, nature: 'qpv' as const, generation, actions })
const quartier = (nom: string, actions: number) => ({ nom, nature: 'quartier' as const, generation: null, actions })

describe('les actions par quartier', () => {
  test('R-029 · les quartiers prioritaires en vigueur sont ceux de la dernière génération connue', () => {
    expect(prioritaires([qpv('Sébille', 0, '2015'), qpv('Linandes', 1), quartier('Centre', 0)]).map(({ nom }) => nom)).toEqual([
      'Linandes'
    ])
    expect(prioritaires([quartier('Centre', 0)])).toEqual([])
    expect(quartiersRegardes([quartier('Centre', 0)]).map(({ nom }) => nom)).toEqual(['Centre'])
  })

  test.each([
    [[], 0, 'Aucun quartier encore'],
    [[qpv('Linandes', 0), qpv('Horloge', 2)], 3, 'Aucune action ne nomme Linandes'],
    [[qpv('A', 0), qpv('B', 0), qpv('C', 0), qpv('D', 0), qpv('E', 1)], 0, '4 quartiers prioritaires sur 5 n’ont aucune action'],
    [
      [qpv('Linandes', 1), qpv('Horloge', 2), qpv('Sébille', 0, '2015')],
      11,
      'Chaque quartier prioritaire a ses actions, et 11 actions visent tout le territoire'
    ],
    [[quartier('Centre', 1)], 0, 'Centre a ses actions']
  ])('R-026 · le titre dit le quartier que rien ne vise %#', (quartiers, partout, dit) => {
    expect(titreDesQuartiers(quartiers, partout)).toBe(dit)
  })
})

test('les teintes de la carte partagent les comptes en parts égales ; « aucune » a la sienne', () => {
  expect(teintesDesComptes([0, 11, 3]).map(direTeinte)).toEqual([
    'aucune action',
    '1 à 3 actions',
    '4 à 6 actions',
    '7 à 9 actions',
    '10 à 11 actions'
  ])
  expect(teintesDesComptes([2, 1]).map(direTeinte)).toEqual(['aucune action', '1 action', '2 actions'])
  expect(teintesDesComptes([0]).map(direTeinte)).toEqual(['aucune action'])
})
