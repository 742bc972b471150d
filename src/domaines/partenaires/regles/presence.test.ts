import { describe, expect, test } from 'vitest'
import { direPresence, presencesParQuartier, type LieuDePartenaire } from './presence.ts'
import { lirePoint } from '../schema/point.ts'

const quartier = (id: string, nature: 'qpv' | 'quartier' = 'qpv', generation: string | null = '2024') => ({
  id,
  nom: `Les ${id}`,
  nature,
  generation: nature === 'qpv' ? generation : null
})
const lieu = (quartierId: string | null, surPlace = true): LieuDePartenaire => ({
  id: 'i',
  structureId: 's',
  structure: 'CAF',
  nature: 'antenne',
  nom: null,
  adresse: null,
  quartierId,
  commune: null,
  latitude: null,
  longitude: null,
  jours: null,
  surPlace,
  exemple: false
})

describe('R-106 · où sont les partenaires', () => {
  test('les quartiers prioritaires d’aujourd’hui sont regardés ; les autres se montrent si quelqu’un y est', () => {
    const quartiers = [quartier('Lin'), quartier('Bon'), quartier('Vieux', 'qpv', '2015'), quartier('Port', 'quartier')]
    const lues = presencesParQuartier(quartiers, [lieu('Lin'), lieu('Port'), lieu(null)])
    expect(lues.lignes.map(({ quartier, lieux }) => [quartier.id, lieux.length])).toEqual([
      ['Lin', 1],
      ['Bon', 0],
      ['Port', 1]
    ])
    expect(direPresence(lues)).toBe('Aucun partenaire n’est présent à Les Bon')
    expect(direPresence(presencesParQuartier([quartier('Lin')], [lieu('Lin')]))).toBe(
      'Chaque quartier a au moins un partenaire présent'
    )
  })
  test('sans quartier prioritaire, tous sont regardés ; un lieu hors du territoire n’est pas une présence', () => {
    const lues = presencesParQuartier([quartier('Port', 'quartier'), quartier('Gare', 'quartier')], [lieu('Port', false)])
    expect(lues.deserts.map(({ quartier }) => quartier.id)).toEqual(['Port', 'Gare'])
    expect(direPresence(presencesParQuartier([], []))).toBe('Où sont les partenaires')
  })
  test('un point se tape ou se colle, la latitude d’abord', () => {
    const cergy = { latitude: 49.0364, longitude: 2.0633 }
    for (const texte of [
      '49.0364, 2.0633',
      ' 49.0364,2.0633 ',
      '49,0364 ; 2,0633',
      '49.0364 2.0633',
      'geo:49.0364,2.0633?z=15',
      'https://carte.example/@49.0364,2.0633,15z'
    ])
      expect(lirePoint(texte), texte).toEqual(cergy)
    expect(lirePoint('-21.1, 55.5')).toEqual({ latitude: -21.1, longitude: 55.5 })
    for (const texte of ['', '49', 'rue de la Paix', '95.1, 2.0', '49.0, 200']) expect(lirePoint(texte), texte).toBeNull()
  })
})
