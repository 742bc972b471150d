import fc from 'fast-check'
import { expect, test } from 'vitest'
import { communautes } from './graphe.server.ts'

const lien = (un: string, autre: string, poids = 1) => ({ un, autre, poids })

test('deux groupes serrés que relie un seul lien sont deux communautés', () => {
  const serre = (noms: string) =>
    [...noms].flatMap((un) => [...noms].filter((autre) => un < autre).map((autre) => lien(un, autre)))
  expect(communautes([...serre('abcd'), ...serre('vwxyz'), lien('a', 'v')])).toEqual([
    ['v', 'w', 'x', 'y', 'z'],
    ['a', 'b', 'c', 'd']
  ])
  expect(communautes([])).toEqual([])
})

test('les mêmes liens donnent les mêmes communautés, dans quelque ordre et quelque sens qu’ils viennent', () => {
  const bout = fc.constantFrom(...'abcdefghij')
  const liens = fc.uniqueArray(
    fc.tuple(bout, bout, fc.integer({ min: 1, max: 4 })).filter(([a, b]) => a !== b),
    { selector: ([a, b]) => [a, b].toSorted().join(''), maxLength: 30 }
  )
  fc.assert(
    fc.property(liens, (tous) => {
      const dans = tous.map(([a, b, poids]) => lien(a, b, poids))
      const retournes = tous.toReversed().map(([a, b, poids]) => lien(b, a, poids))
      const groupes = communautes(dans)
      expect(communautes(retournes)).toEqual(groupes)
      expect(groupes.flat().toSorted()).toEqual([...new Set(tous.flatMap(([a, b]) => [a, b]))].toSorted())
    })
  )
})
