import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NATURES_ACTION } from '../schema/mots.ts'
import { direNatures, estUnCatalogue, partsDesNatures } from './nature.ts'

describe('R-069 · un contrat n’est pas un catalogue', () => {
  test('les parts se comptent sur les actions qui disent leur nature', () => {
    expect(partsDesNatures({ nouvelle: 2, a_developper: 1, existante: 1, '': 12 })).toEqual({
      nouvelle: 50,
      a_developper: 25,
      existante: 25
    })
  })

  test('sans nature dite, il n’y a pas de part, et rien à signaler', () => {
    expect(partsDesNatures({ '': 3 })).toBeNull()
    expect(estUnCatalogue({ '': 3 })).toBe(false)
  })

  test('plus de la moitié d’existantes se signale ; la moitié juste, non', () => {
    expect(estUnCatalogue({ existante: 2, nouvelle: 1 })).toBe(true)
    expect(estUnCatalogue({ existante: 1, nouvelle: 1 })).toBe(false)
  })

  test('quels que soient les nombres, les parts font cent', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(900), fc.nat(900), fc.nat(900)), ([nouvelle, aDevelopper, existante]) => {
        const parts = partsDesNatures({ nouvelle, a_developper: aDevelopper, existante })
        if (parts === null) expect(nouvelle + aDevelopper + existante).toBe(0)
        else expect(NATURES_ACTION.reduce((somme, nature) => somme + parts[nature], 0)).toBe(100)
      })
    )
  })

  test('les nombres se disent en clair, sans ce qui manque', () => {
    expect(direNatures({ nouvelle: 3, existante: 1, '': 2 })).toBe('3 nouvelles, 1 existante, 2 sans nature dite')
    expect(direNatures({})).toBeNull()
  })
})
