import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGES } from '#domaines/contrats/schema.ts'
import { FACETTES, THEMATIQUES, TYPES_ACTION } from '../schema/mots.ts'
import { direRaison } from './dire-ressemblance.ts'
import { motsDuTitre, radical } from '#domaines/partenaires/regles/mots-du-titre.ts'
import { comparerActions, type Profil } from './ressemblances.ts'

const RIEN: Profil = {
  titre: '',
  thematiques: [],
  types: [],
  facettes: [],
  publics: [],
  ages: [],
  quartiers: [],
  debut: null,
  fin: null
}
const action = (titre: string, reste: Partial<Profil> = {}): Profil => ({ ...RIEN, titre, ...reste })
const dites = (une: Profil, autre: Profil) => comparerActions(une, autre).raisons.map(direRaison)

const profil: fc.Arbitrary<Profil> = fc
  .record({
    titre: fc
      .array(fc.constantFrom('Ateliers', 'cuisine', 'sommeil', 'Bus', 'santé', 'écoles', 'dépistage', '2026', 'l’action'))
      .map((mots) => mots.join(' ')),
    thematiques: fc.subarray([...THEMATIQUES], { maxLength: 3 }),
    types: fc.subarray([...TYPES_ACTION], { maxLength: 2 }),
    facettes: fc.subarray([...FACETTES], { maxLength: 2 }),
    publics: fc.subarray(['Familles', 'Lycéens', 'tous les habitants']),
    ages: fc.subarray([...AGES]),
    quartiers: fc.subarray(['Les Linandes', 'Sébille']),
    annees: fc.tuple(fc.option(fc.integer({ min: 2020, max: 2024 })), fc.option(fc.integer({ min: 2024, max: 2028 })))
  })
  .map(({ annees: [debut, fin], ...reste }) => ({
    ...reste,
    debut: debut === null ? null : String(debut),
    fin: fin === null ? null : String(fin)
  }))

describe('R-079 · deux actions se ressemblent', () => {
  test('dans les deux sens autant, et pour les mêmes raisons', () => {
    fc.assert(
      fc.property(profil, profil, (une, autre) => {
        const [ici, la] = [comparerActions(une, autre), comparerActions(autre, une)]
        expect(ici.score).toBeCloseTo(la.score, 12)
        expect(ici.sorte).toBe(la.sorte)
        expect(ici.raisons.map(({ sorte }) => sorte)).toEqual(la.raisons.map(({ sorte }) => sorte))
        expect(ici.score).toBeGreaterThanOrEqual(0)
        expect(ici.score).toBeLessThanOrEqual(1)
      })
    )
  })

  test('une action est son propre double, parfaitement', () => {
    fc.assert(
      fc.property(profil, (une) => {
        expect(comparerActions(une, une)).toMatchObject({ score: 1, sorte: 'doublon' })
      })
    )
  })

  test('les mots d’un titre se comptent sans accents, sans mots vides, sans années, au pluriel comme au singulier', () => {
    expect([...motsDuTitre('L’action « Semaine de la santé mentale » 2026 à l’école').values()]).toEqual([
      'semaine',
      'mentale',
      'école'
    ])
    expect(radical('permanences')).toBe(radical('permanence'))
    expect(radical('nutritionnel')).toBe(radical('nutrition'))
    expect(
      comparerActions(action('Dépistage bucco-dentaire à l’école'), action('Dépistages bucco dentaires : écoles')).score
    ).toBe(1)
  })
})

describe('R-079 · un doublon possible', () => {
  const ateliers = action('Ateliers cuisine avec les familles', {
    thematiques: ['nutrition'],
    facettes: ['familles'],
    quartiers: ['Les Linandes'],
    debut: '2025',
    fin: '2027'
  })

  test('a le même thème, le même public, le même lieu, la même période et des mots proches, et le dit', () => {
    const autre = { ...ateliers, titre: 'Atelier de cuisine et budget', publics: ['Familles'], facettes: [], fin: '2026' }
    expect(comparerActions(ateliers, autre).sorte).toBe('doublon')
    expect(dites(ateliers, autre)).toEqual([
      'même thème\u00a0: nutrition',
      'même public\u00a0: familles',
      'même quartier\u00a0: Les Linandes',
      'en même temps',
      'mots communs\u00a0: ateliers, cuisine'
    ])
  })

  test('se dit sur le seul titre quand rien d’autre n’est écrit', () => {
    expect(comparerActions(action('Bus santé'), action('Le bus santé du mardi')).sorte).toBe('doublon')
    expect(comparerActions(action('Balades urbaines'), action('Balades contées')).sorte).toBeNull()
    expect(comparerActions(action('Action 1.1'), action('Action 1.2')).sorte).toBeNull()
  })

  test.each<[string, Partial<Profil>]>([
    ['un autre quartier', { quartiers: ['Sébille'] }],
    ['un autre public', { facettes: ['professionnels'] }],
    ['un autre moment', { debut: '2028', fin: '2029' }]
  ])('n’en est plus un avec %s : c’est un complément', (_, change) => {
    expect(comparerActions(ateliers, { ...ateliers, ...change }).sorte).toBe('complement')
  })

  test('une action de tout le territoire peut doubler celle d’un quartier, et une action pour tous celle d’un public', () => {
    expect(comparerActions(ateliers, { ...ateliers, quartiers: [] }).sorte).toBe('doublon')
    expect(comparerActions(ateliers, { ...ateliers, facettes: ['tous'] }).sorte).toBe('doublon')
  })
})

describe('R-079 · une action complémentaire', () => {
  const marche = action('Marche du dimanche', {
    thematiques: ['activite_physique'],
    ages: ['seniors'],
    facettes: ['isolement'],
    quartiers: ['Sébille']
  })

  test('vise le même public ou le même quartier, sur un autre thème', () => {
    const repas = action('Repas partagés', { thematiques: ['nutrition'], facettes: ['isolement'] })
    expect(dites(marche, repas)).toEqual(['même public\u00a0: personnes isolées', 'autre thème'])
    const air = action('Air intérieur', { thematiques: ['environnement'], quartiers: ['Sébille'] })
    expect(comparerActions(marche, air).sorte).toBe('complement')
  })

  test('ou porte le même thème dans un autre quartier', () => {
    const ailleurs = action('Gymnastique douce', { thematiques: ['activite_physique'], quartiers: ['Les Linandes'] })
    expect(comparerActions(marche, ailleurs).sorte).toBe('complement')
    expect(dites(marche, ailleurs)).toEqual(['même thème\u00a0: activité physique et sport-santé', 'autre quartier'])
  })

  test('rien de commun, ou seulement « tous les habitants » : rien à dire', () => {
    expect(comparerActions(marche, action('Maison de santé', { thematiques: ['offre_soins'] })).sorte).toBeNull()
    const [une, autre] = (['sommeil', 'logement'] as const).map((theme) =>
      action(theme, { thematiques: [theme], facettes: ['tous'] })
    )
    expect(comparerActions(une!, autre!).sorte).toBeNull()
  })
})
