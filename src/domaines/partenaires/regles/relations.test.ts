import { describe, expect, test } from 'vitest'
import { ECHELLES, direNiveau, numeroterNiveau } from '../libelles/relations.ts'
import { jugerEchelle, jugerRelation, seRecouvrent } from './relations.ts'

const himmelman = ECHELLES[1]!.noms

describe('R-109 · un niveau appelé « coordination » ne se confond pas avec la coordination territoriale', () => {
  test('il dit toujours son numéro, les autres niveaux portent leur seul nom', () => {
    expect(direNiveau(2, himmelman)).toBe('coordination (niveau 2)')
    expect(direNiveau(3, himmelman)).toBe('coopération')
    expect(numeroterNiveau(2, himmelman)).toBe('2 · coordination (niveau 2)')
  })

  test('quels que soient les accents, la casse et les mots qui l’entourent', () => {
    expect(direNiveau(1, ['Coordination légère', 'b', 'c', 'd'])).toBe('Coordination légère (niveau 1)')
    expect(direNiveau(1, ['actions coordonnées', 'b', 'c', 'd'])).toBe('actions coordonnées (niveau 1)')
  })

  test('« coordination territoriale » et « coordinatrice » ne nomment pas un niveau', () => {
    expect(jugerEchelle(['information', 'Coordination territoriale', 'c', 'd'])).toEqual({
      raison: 'coordination_territoriale',
      rang: 1
    })
    expect(jugerEchelle(['a', 'b', 'c', 'rôle de la coordinatrice'])).toMatchObject({
      raison: 'coordination_territoriale',
      rang: 3
    })
    expect(jugerEchelle(himmelman)).toBeNull()
  })
})

describe('R-108 · quatre niveaux, chacun avec un nom à lui', () => {
  test('deux niveaux du même nom sont refusés au second', () => {
    expect(jugerEchelle(['échange', 'b', 'Echange', 'd'])).toEqual({ raison: 'niveaux_confondus', rang: 2 })
  })

  test('deux périodes se recouvrent si elles ont un jour en commun, une date inconnue laissant son côté ouvert', () => {
    expect(seRecouvrent({ debut: '2020', fin: '2022' }, { debut: '2022-12', fin: null })).toBe(true)
    expect(seRecouvrent({ debut: '2020', fin: '2022' }, { debut: '2023', fin: null })).toBe(false)
    expect(seRecouvrent({ debut: null, fin: null }, { debut: '2023', fin: '2024' })).toBe(true)
    // the last day of one is the first of the other
    const [une, autre] = [
      { debut: '2020', fin: '2022-12-31' },
      { debut: '2022-12-31', fin: '2024' }
    ]
    expect([seRecouvrent(une, autre), seRecouvrent(autre, une)]).toEqual([true, true])
    expect(seRecouvrent(une, { debut: '2023-01-01', fin: null })).toBe(false)
  })

  test('la même relation n’est pas dite deux fois, mais un autre niveau ou une autre période le peuvent', () => {
    const dites = [{ niveau: 2 as const, debut: '2020', fin: '2022' }]
    expect(jugerRelation(dites, { niveau: 2, debut: '2021', fin: null })).toBe('deja_dite')
    expect(jugerRelation(dites, { niveau: 3, debut: '2021', fin: null })).toBeNull()
    expect(jugerRelation(dites, { niveau: 2, debut: '2024', fin: null })).toBeNull()
  })
})
