import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { direRaison } from '../libelles/paires.ts'
import type { ProfilPersonne, ProfilStructure } from '../schema/paires.ts'
import { typeDuNom } from '../regles.ts'
import { cleDePaire, comparerPersonnes, comparerStructures, proposerPersonnes, proposerStructures } from './ressemblances.ts'

let rang = 0
const structure = (nom: string, champs: Partial<ProfilStructure> = {}): ProfilStructure => ({
  id: `s${++rang}`,
  nom,
  sigle: null,
  type: typeDuNom(nom),
  siret: null,
  courriel: null,
  telephone: null,
  ...champs
})
const personne = (nom: string, champs: Partial<ProfilPersonne> = {}): ProfilPersonne => ({
  id: `p${++rang}`,
  nom,
  courriel: null,
  telephone: null,
  structures: [],
  ...champs
})
const dites = (raisons: ReturnType<typeof comparerStructures>) => raisons.map(direRaison)

describe('deux structures n’en sont peut-être qu’une', () => {
  test.each([
    ['Centre Hospitalier René-Dubos', 'centre hospitalier René Dubos', ['même nom, aux accents et petits mots près']],
    ['Les Restos du Cœur', 'Resto du coeur', ['même nom, aux accents et petits mots près']],
    ['Maison de quartier Axe Majeur', 'Axe majeur, maison de quartier', ['mêmes mots, dans un autre ordre']],
    [
      'Collège Jean Moulin',
      'Collège Jean Moulain',
      ['une ou deux lettres d’écart\u00a0: «\u202fmoulin\u202f» et «\u202fmoulain\u202f»']
    ],
    ['C.C.A.S. de Cergy', 'CCAS de Cergy', ['même nom, aux accents et petits mots près']],
    ['CPAM', 'Caisse primaire d’assurance maladie', ['même sigle\u00a0: CPAM']],
    ['Agence régionale de santé (ARS)', 'ARS', ['même sigle\u00a0: ARS']],
    ['CPAM', 'CPAM du Val-d’Oise', ['«\u202fCPAM\u202f» est contenu dans l’autre nom']]
  ])('« %s » et « %s »', (un, autre, attendues) => {
    expect(dites(comparerStructures(structure(un), structure(autre)))).toEqual(attendues)
    expect(comparerStructures(structure(autre), structure(un))).toHaveLength(1)
  })

  test.each([
    ['Collège 1', 'Collège 2'],
    ['Ville de Cergy', 'Ville de Cergy, service santé'],
    ['Ville de Cergy', 'Ville d’Osny'],
    ['CCAS', 'CAF'],
    ['Association grand air', 'Atelier des gens actifs'],
    ['Association des familles', 'Association des aidants']
  ])('« %s » et « %s » ne se ressemblent pas', (un, autre) =>
    expect(comparerStructures(structure(un), structure(autre))).toEqual([])
  )

  test('un même SIRET suffit, deux SIRET font deux établissements, une même adresse se dit', () => {
    const siret = '21950127700015'
    expect(dites(comparerStructures(structure('Le Relais', { siret }), structure('Emmaüs', { siret })))).toEqual(['même SIRET'])
    const autre = structure('Le Relais', { siret: '21950127700023' })
    expect(comparerStructures(structure('Le relais', { siret }), autre)).toEqual([])
    const courriel = 'accueil@relais.fr'
    expect(
      dites(comparerStructures(structure('Le Relais', { courriel }), structure('Emmaüs', { courriel: courriel.toUpperCase() })))
    ).toEqual(['même adresse électronique'])
  })

  test('les plus sûres viennent d’abord, et ce que l’on a dit distinct ne revient pas', () => {
    const [a, b, c, d] = [
      structure('CPAM'),
      structure('CPAM du Val-d’Oise'),
      structure('Hôpital Dubos'),
      structure('hopital dubos')
    ]
    const paires = proposerStructures([a, b, c, d], new Set())
    expect(paires.map(({ unId, autreId }) => [unId, autreId])).toEqual([
      [c.id, d.id],
      [a.id, b.id]
    ])
    expect(proposerStructures([a, b, c, d], new Set([cleDePaire(d.id, c.id)]))).toHaveLength(1)
  })
})

describe('deux personnes n’en sont peut-être qu’une', () => {
  test.each([
    ['Marie Durand', 'Mme Marie DURAND', 'nom'],
    ['Durand Marie', 'Marie Durand', 'ordre'],
    ['Marie Durand', 'Marie Durant', 'proche'],
    ['J. Dupont', 'Jean Dupont', 'initiale']
  ])('« %s » et « %s »', (un, autre, sorte) =>
    expect(comparerPersonnes(personne(un), personne(autre))[0]).toMatchObject({ sorte })
  )

  test('une même adresse pour deux personnes se dit, quels que soient leurs noms, tant qu’on ne les a pas dites distinctes', () => {
    const courriel = 'samira.benali@asso.fr'
    const [samira, jean] = [
      personne('Samira Benali', { courriel }),
      personne('Jean Martin', { courriel: courriel.toUpperCase() })
    ]
    expect(dites(comparerPersonnes(samira, jean))).toEqual(['même adresse électronique'])
    expect(proposerPersonnes([samira, jean], new Set())).toHaveLength(1)
    expect(proposerPersonnes([samira, jean], new Set([cleDePaire(samira.id, jean.id)]))).toEqual([])
  })

  test('deux noms proches passent avant deux noms qui n’ont qu’une adresse en commun', () => {
    const courriel = 'contact@asso.fr'
    const gens = [personne('Sam Martin', { courriel }), personne('Lou Petit', { courriel }), personne('Lou Petite')]
    expect(proposerPersonnes(gens, new Set()).map(({ raisons }) => raisons.map(({ sorte }) => sorte))).toEqual([
      ['proche'],
      ['courriel']
    ])
  })

  test('deux adresses et deux maisons sont deux personnes, sauf tout à fait le même nom', () => {
    const [a, b] = [
      { courriel: 'a@a.fr', structures: ['x'] },
      { courriel: 'b@b.fr', structures: ['y'] }
    ]
    expect(comparerPersonnes(personne('Jean Dupont', a), personne('J. Dupont', b))).toEqual([])
    expect(comparerPersonnes(personne('Jean Dupont', a), personne('Jean Dupont', b))).toHaveLength(1)
    expect(comparerPersonnes(personne('Jean Dupont', a), personne('Jean Dupond', { ...b, structures: ['x'] }))).toHaveLength(2)
  })
})

const mot = fc.constantFrom('maison', 'de', 'santé', 'cergy', 'moulin', 'moulins', 'ARS', 'école', '(ARS)', '2', '-', 'é')
const nom = fc.array(mot, { maxLength: 5 }).map((mots) => mots.join(' '))

test('dire de l’une ou de l’autre d’abord revient au même, et rien n’est proposé qui ne se compare', () => {
  fc.assert(
    fc.property(fc.array(nom, { maxLength: 12 }), (noms) => {
      const profils = noms.map((un) => structure(un))
      for (const { unId, autreId, score, raisons } of proposerStructures(profils, new Set())) {
        const [un, autre] = [unId, autreId].map((id) => profils.find((profil) => profil.id === id)!) as [
          ProfilStructure,
          ProfilStructure
        ]
        expect(raisons.length).toBeGreaterThan(0)
        expect(score).toBeGreaterThan(0)
        expect(comparerStructures(autre, un).map(({ sorte }) => sorte)).toEqual(raisons.map(({ sorte }) => sorte))
      }
      const gens = noms.map((un) => personne(un))
      for (const { raisons } of proposerPersonnes(gens, new Set())) expect(raisons.map(direRaison).every(Boolean)).toBe(true)
    })
  )
})

test('tout ce que la comparaison de chacune avec chacune trouverait est proposé', () => {
  fc.assert(
    fc.property(fc.array(nom, { maxLength: 10 }), (noms) => {
      const profils = noms.map((un) => structure(un))
      const trouvees = new Set(proposerStructures(profils, new Set()).map(({ unId, autreId }) => cleDePaire(unId, autreId)))
      for (const [place, une] of profils.entries())
        for (const autre of profils.slice(place + 1))
          if (comparerStructures(une, autre).length > 0) expect(trouvees).toContain(cleDePaire(une.id, autre.id))
    })
  )
})

test('deux mille structures se comparent en bien moins d’une seconde', () => {
  const villes = Array.from({ length: 50 }, (_, n) => `ville${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + n)}x`)
  const genres = [
    'École',
    'Collège',
    'Lycée',
    'Pharmacie',
    'Crèche',
    'Maison de santé',
    'Cabinet',
    'Association',
    'EHPAD',
    'Centre social'
  ]
  const noms = Array.from(
    { length: 2000 },
    (_, n) => `${genres[n % 10]} ${villes[Math.floor(n / 10) % 50]} ${['nord', 'sud', 'est', 'ouest'][Math.floor(n / 500)]}`
  )
  const profils = noms.map((un) => structure(un))
  const depart = performance.now()
  proposerStructures(profils, new Set())
  expect(performance.now() - depart).toBeLessThan(1000)
})
