import { describe, expect, test } from 'vitest'
import type { Contour } from '../schema.ts'
import { apercevoirQuartiers } from './apercu.ts'
import { dessinerContours } from './carte.ts'
import { estDuTerritoire, rapprocherQuartiers, type QuartierConnu } from './quartiers.ts'
import { populationDe } from './territoire.ts'

const contour: Contour = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [2, 49],
        [2.1, 49],
        [2.1, 49.1],
        [2, 49]
      ]
    ]
  ]
}
const propose = (nom: string, autres: object = {}) => ({
  nom,
  nature: 'qpv' as const,
  generation: '2024' as const,
  code: null,
  contour: null,
  ...autres
})
const connu = (nom: string, autres: object = {}): QuartierConnu => ({
  id: `id-${nom}`,
  nom,
  nature: 'qpv',
  generation: '2024',
  code: null,
  aContour: false,
  ...autres
})
const sorts = (connus: QuartierConnu[], ...proposes: ReturnType<typeof propose>[]) =>
  rapprocherQuartiers(connus, proposes).map(({ sort }) => sort)

describe('rapprocher les quartiers proposés de ceux du territoire', () => {
  test('R-029 · le même nom est un autre quartier dans une autre génération', () => {
    expect(sorts([connu('Horloge')], propose('Horloge'), propose('Horloge', { generation: '2015' }))).toEqual([
      'inchange',
      'neuf'
    ])
  })

  test('la casse, les accents et les espaces ne font pas un autre quartier', () => {
    expect(sorts([connu('Sébille')], propose(' SEBILLE '))).toEqual(['inchange'])
  })

  test('un contour ou un code qui manquait complète le quartier, une seule fois', () => {
    expect(sorts([connu('Horloge')], propose('Horloge', { contour }), propose('Horloge', { contour }))).toEqual([
      'complete',
      'inchange'
    ])
    expect(sorts([connu('Horloge', { aContour: true })], propose('Horloge', { contour }))).toEqual(['inchange'])
    expect(sorts([connu('Horloge')], propose('Horloge', { code: 'QN1' }))).toEqual(['complete'])
  })

  test('deux codes sont deux quartiers, même de même nom ; un même code est un seul quartier, même renommé', () => {
    expect(
      sorts(
        [connu('Centre ville', { code: 'QN1' })],
        propose('Centre ville', { code: 'QN2' }),
        propose('Le centre', { code: 'qn1' })
      )
    ).toEqual(['neuf', 'inchange'])
  })

  test('un fichier qui répète un quartier ne l’ajoute qu’une fois', () => {
    expect(sorts([], propose('A'), propose('a'))).toEqual(['neuf', 'inchange'])
  })
})

test('R-030 · un quartier est du territoire quand l’une de ses communes l’est, par son nom ou son code', () => {
  const communes = [{ code: '95127', nom: 'Cergy' }]
  expect(['Cergy', 'Osny, CERGY', '95127', 'Pontoise', null].map((texte) => estDuTerritoire(texte, communes))).toEqual([
    true,
    true,
    true,
    false,
    null
  ])
})

test('R-029 · l’aperçu dit ce que deviendrait chaque contour, et ce que le fichier ne dit pas', () => {
  const lu = (nom: string, generation: '2024' | null, communes: string | null) => ({
    nom,
    code: null,
    generation,
    communes,
    contour
  })
  const { lignes, ecartes } = apercevoirQuartiers(
    [lu('Linandes', '2024', 'Cergy'), lu('Ailleurs', '2024', 'Osny'), lu('Mystère', null, null)],
    2,
    [connu('Linandes')],
    [{ code: '95127', nom: 'Cergy' }]
  )
  expect(ecartes).toBe(2)
  expect(lignes).toMatchObject([
    { rang: 0, sort: 'complete', duTerritoire: true, liste: { nature: 'qpv', generation: '2024' } },
    { rang: 1, sort: 'neuf', duTerritoire: false },
    { rang: 2, sort: null, duTerritoire: null, liste: null }
  ])
})

describe('dessiner les contours', () => {
  test('le nord est en haut, l’est à droite, et tout tient dans le cadre', () => {
    const carte = dessinerContours(
      [
        { id: 'a', contour },
        {
          id: 'b',
          contour: {
            type: 'MultiPolygon',
            coordinates: [
              [
                [
                  [2.3, 49.2],
                  [2.4, 49.2],
                  [2.4, 49.3],
                  [2.3, 49.2]
                ]
              ]
            ]
          }
        }
      ],
      100
    )!
    const [a, b] = carte.traces
    expect(b!.x).toBeGreaterThan(a!.x)
    expect(b!.y).toBeLessThan(a!.y)
    for (const nombre of carte.traces.flatMap(({ chemin }) => chemin.match(/[\d.-]+/g)!.map(Number))) {
      expect(nombre).toBeGreaterThanOrEqual(0)
      expect(nombre).toBeLessThanOrEqual(Math.max(carte.largeur, carte.hauteur))
    }
  })

  test('sans contour, pas de carte', () => expect(dessinerContours([])).toBeNull())
})

test('R-030 · la population est la somme des communes, avec l’année de la géographie et celles qui manquent', () => {
  const communes = [
    { population: 70_906, millesime: 2026 },
    { population: null, millesime: 2026 },
    { population: 94, millesime: 2026 }
  ]
  expect(populationDe(communes)).toEqual({ total: 71_000, millesime: 2026, sans: 1 })
  expect(populationDe([{ population: null, millesime: 2026 }])).toBeNull()
})

test('R-106 · un lieu se place sur la carte des contours ; trop loin, il en est laissé', () => {
  const carre: [number, number][] = [
    [2, 49],
    [2.1, 49],
    [2.1, 49.1],
    [2, 49.1],
    [2, 49]
  ]
  const formes = [{ id: 'q', contour: { type: 'MultiPolygon' as const, coordinates: [[carre]] } }]
  const lieux = [
    { id: 'dedans', point: [2.05, 49.05] as const },
    { id: 'tout pres', point: [2.14, 49.05] as const },
    { id: 'loin', point: [3, 49.05] as const }
  ]
  const carte = dessinerContours(formes, 360, lieux)!
  expect(carte.lieux.map(({ id }) => id)).toEqual(['dedans', 'tout pres'])
  const [dedans, pres] = carte.lieux
  expect(dedans!.x).toBeLessThan(pres!.x)
  expect(Math.abs(dedans!.x - carte.traces[0]!.x)).toBeLessThan(1)
  expect(Math.abs(dedans!.y - carte.traces[0]!.y)).toBeLessThan(1)
  // with no contour, places alone make a map
  expect(dessinerContours([], 360, lieux)!.lieux).toHaveLength(3)
})
