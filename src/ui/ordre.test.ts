import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ordreDemande } from './ordre.ts'

function envoi(ordre: string[], geste?: 'monter' | 'descendre', id?: string): FormData {
  const donnees = new FormData()
  for (const un of ordre) donnees.append('ordre', un)
  if (geste) donnees.append(geste, id ?? '')
  return donnees
}

test('l’ordre montré est l’ordre demandé quand aucun bouton n’est pressé', () => {
  expect(ordreDemande(envoi(['c', 'a', 'b']))).toEqual(['c', 'a', 'b'])
})

test('« monter » et « descendre » déplacent l’élément d’une place', () => {
  expect(ordreDemande(envoi(['a', 'b', 'c'], 'monter', 'b'))).toEqual(['b', 'a', 'c'])
  expect(ordreDemande(envoi(['a', 'b', 'c'], 'descendre', 'b'))).toEqual(['a', 'c', 'b'])
})

test('un élément inconnu ou déjà au bout ne change rien', () => {
  for (const [geste, id] of [
    ['monter', 'a'],
    ['descendre', 'c'],
    ['monter', 'z'],
    ['descendre', '']
  ] as const)
    expect(ordreDemande(envoi(['a', 'b', 'c'], geste, id))).toEqual(['a', 'b', 'c'])
})

test('rien n’est perdu ni doublé, et descendre défait monter', () => {
  const cas = fc
    .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 })
    .chain((ordre) => fc.tuple(fc.constant(ordre), fc.nat(ordre.length - 1)))
  fc.assert(
    fc.property(cas, ([ordre, rang]) => {
      const monte = ordreDemande(envoi(ordre, 'monter', ordre[rang]))
      expect([...monte].sort()).toEqual([...ordre].sort())
      if (rang > 0) expect(ordreDemande(envoi(monte, 'descendre', ordre[rang]))).toEqual(ordre)
    })
  )
})
