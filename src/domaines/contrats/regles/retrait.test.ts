import { describe, expect, test } from 'vitest'
import { suitesDuRetrait } from './retrait.ts'

const dire = (cas: Parameters<typeof suitesDuRetrait>[0]) =>
  suitesDuRetrait(cas).map((phrase) => phrase.replaceAll('\u00a0', ' '))

describe('R-027 · retirer un contrat signé dit d’abord ce que deviennent ses actions', () => {
  test('en vigueur, elles deviennent ASV, ou sortent de tout contrat où il n’y a pas d’ASV', () => {
    expect(dire({ enVigueur: true, actions: 16, asv: true })).toEqual([
      '16 actions ne comptent plus au CLS : elles deviennent ASV.',
      'Les dates passées sont comptées de même.'
    ])
    expect(dire({ enVigueur: true, actions: 1, asv: false })[0]).toBe(
      '1 action ne compte plus au CLS : elle n’est plus dans aucun contrat.'
    )
  })
  test('échu, seules les années passées changent ; sans action, on le dit', () => {
    expect(dire({ enVigueur: false, actions: 3, asv: true })).toEqual([
      '3 actions ne comptent plus au CLS dans les années qu’il couvrait.'
    ])
    expect(dire({ enVigueur: true, actions: 0, asv: true })).toEqual(['Aucune action n’est sous ses axes.'])
  })
})
