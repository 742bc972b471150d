import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ecrireQuartiersGeojson, generationDuCode, lireQuartiersGeojson, MAXIMUM_QUARTIERS } from './geojson.ts'

const carre = [
  [
    [2.05, 49.03],
    [2.06, 49.03],
    [2.06, 49.04],
    [2.05, 49.04],
    [2.05, 49.03]
  ]
]
const objet = (properties: object, geometry: object | null = { type: 'Polygon', coordinates: carre }) => ({
  type: 'Feature',
  properties,
  geometry
})
const fichier = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const lus = (texte: string) => {
  const lu = lireQuartiersGeojson(texte)
  if (!lu.ok) throw new Error(lu.refus)
  return lu
}

describe('lire des quartiers dans un fichier GeoJSON', () => {
  test('R-029 · le nom, le code, la commune et la génération sont trouvés sous les titres des producteurs', () => {
    const { quartiers } = lus(
      fichier(
        objet({ identifian: 'QN09540N', libelle: 'Les Linandes', commune_ag: 'Cergy' }),
        objet({ code_qp: 'QP095016', nom_qp: 'Sébille', commune_qp: 'Cergy' }),
        objet({ name: 'Marne Europe' })
      )
    )
    expect(quartiers).toMatchObject([
      { nom: 'Les Linandes', code: 'QN09540N', generation: '2024', communes: 'Cergy' },
      { nom: 'Sébille', code: 'QP095016', generation: '2015', communes: 'Cergy' },
      { nom: 'Marne Europe', code: null, generation: null, communes: null }
    ])
  })

  test('les titres en majuscules et les codes en nombre sont lus', () => {
    expect(lus(fichier(objet({ NOM: '  Le  Village ', CODE: 12 }))).quartiers).toMatchObject([{ nom: 'Le Village', code: '12' }])
  })

  test('un contour sans nom prend son code, ou son rang', () => {
    expect(lus(fichier(objet({ code: 'QN1' }), objet({}))).quartiers.map(({ nom }) => nom)).toEqual(['QN1', 'Contour 2'])
  })

  test('R-032 · un polygone seul, un objet seul et plusieurs polygones sont lus, arrondis au mètre', () => {
    expect(lus(JSON.stringify({ type: 'Polygon', coordinates: carre })).quartiers).toHaveLength(1)
    expect(lus(JSON.stringify(objet({ nom: 'Seul' }))).quartiers).toMatchObject([{ nom: 'Seul' }])
    const precis = [
      [
        [2.123456789, 49.1],
        [2.2, 49.1, 87],
        [2.2, 49.2],
        [2.123456789, 49.1]
      ]
    ]
    expect(
      lus(fichier(objet({ nom: 'Deux' }, { type: 'MultiPolygon', coordinates: [carre, precis] }))).quartiers[0]!.contour
        .coordinates[1]![0]
    ).toEqual([
      [2.12346, 49.1],
      [2.2, 49.1],
      [2.2, 49.2],
      [2.12346, 49.1]
    ])
  })

  test('les points et les lignes sont écartés et comptés', () => {
    expect(
      lus(fichier(objet({ nom: 'A' }), objet({ nom: 'B' }, { type: 'Point', coordinates: [2, 49] }), objet({ nom: 'C' }, null)))
    ).toMatchObject({ quartiers: [{ nom: 'A' }], ecartes: 2 })
  })

  test.each([
    ['nom;code\nA;1', 'pas_json'],
    ['{"type":"FeatureCollection"', 'pas_json'],
    ['[1, 2]', 'pas_geojson'],
    ['{"nom":"A"}', 'pas_geojson'],
    ['null', 'pas_geojson'],
    [fichier(objet({}, { type: 'Point', coordinates: [2, 49] })), 'aucun_polygone'],
    [
      fichier(
        objet(
          {},
          {
            type: 'Polygon',
            coordinates: [
              [
                ['a', 'b'],
                [1, 2],
                [3, 4],
                ['a', 'b']
              ]
            ]
          }
        )
      ),
      'aucun_polygone'
    ],
    [
      fichier(
        objet(
          {},
          {
            type: 'Polygon',
            coordinates: [
              [
                [641121, 6872359],
                [641200, 6872359],
                [641200, 6872400],
                [641121, 6872359]
              ]
            ]
          }
        )
      ),
      'projection'
    ],
    [fichier(...Array.from({ length: MAXIMUM_QUARTIERS + 1 }, () => objet({ nom: 'A' }))), 'trop_de_quartiers']
  ])('un fichier qui ne convient pas est refusé, avec sa raison (%#)', (texte, refus) => {
    expect(lireQuartiersGeojson(texte)).toEqual({ ok: false, refus })
  })

  test('aucun texte ne fait tomber la lecture', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((valeur) =>
            JSON.stringify({
              type: 'FeatureCollection',
              features: [{ geometry: { type: 'Polygon', coordinates: valeur }, properties: valeur }]
            })
          )
        ),
        (texte) => typeof lireQuartiersGeojson(texte).ok === 'boolean'
      )
    )
  })

  test('ce qui est confié à l’aperçu se relit à l’identique', () => {
    const { quartiers } = lus(
      fichier(objet({ identifian: 'QN09540N', libelle: 'Les Linandes', commune_ag: 'Cergy' }), objet({ nom: 'Sans code' }))
    )
    expect(lus(ecrireQuartiersGeojson(quartiers)).quartiers).toEqual(quartiers)
  })
})

test('R-029 · un code QN est de 2024, un code QP de 2015, un autre ne dit rien', () => {
  expect(['QN09540N', 'qp095016', '95-A', 'QPV', null].map(generationDuCode)).toEqual(['2024', '2015', null, null, null])
})
