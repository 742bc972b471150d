import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NIVEAUX } from '#domaines/partenaires/schema/relations.ts'
import { direPourquoi } from '../../libelles/reseau.ts'
import { estDans, evolution, fenetreDe, NATURES, niveauDe, relier, type Fait } from './liens.ts'

const fait = (nature: Fait['nature'], structures: string[], reste: Partial<Fait> = {}): Fait => ({
  nature,
  titre: 'Bus santé',
  debut: '2024',
  fin: null,
  niveau: null,
  centres: null,
  structures,
  ...reste
})
const tout = fenetreDe('tout', '2026-11-22')

describe('R-108 · des faits aux liens', () => {
  test('siéger ensemble est du premier niveau, mener une action du deuxième, la payer du troisième, signer du quatrième', () => {
    const niveau = (nature: Fait['nature']) => relier([fait(nature, ['a', 'b'])], tout)[0]!.niveau
    expect([niveau('siege'), niveau('seance'), niveau('presentation')]).toEqual([1, 1, 1])
    expect([niveau('action'), niveau('moyens'), niveau('contrat'), niveau('convention')]).toEqual([2, 3, 4, 4])
    expect(niveauDe(fait('declaree', ['a', 'b'], { niveau: 3 }))).toBe(3)
  })

  test('deux structures n’ont qu’un lien, au plus haut des niveaux que les faits montrent, avec tous ces faits', () => {
    const liens = relier([fait('siege', ['a', 'b', 'c']), fait('action', ['b', 'a'])], tout)
    expect(liens.map(({ un, autre, niveau, faits }) => [un, autre, niveau, faits.length])).toEqual([
      ['a', 'b', 2, 2],
      ['a', 'c', 1, 1],
      ['b', 'c', 1, 1]
    ])
  })

  test('une présentation lie qui se présente à qui l’écoute, pas ceux qui écoutent entre eux', () => {
    const liens = relier([fait('presentation', ['a', 'b', 'c'], { centres: ['b'] })], tout)
    expect(liens.map(({ un, autre }) => un + autre)).toEqual(['ab', 'bc'])
  })

  test('ce qui a une fin dit de quand à quand : cela peut être fini', () => {
    expect(direPourquoi([fait('contrat', ['a', 'b'], { titre: 'CLS 2', debut: '2020', fin: '2022' })])).toEqual([
      'ont signé «\u202fCLS 2\u202f» (2020-2022)'
    ])
  })

  test('chaque lien dit pourquoi, de ce qui lie le plus à ce qui lie le moins', () => {
    const reunion = (debut: string) => fait('seance', ['a', 'b'], { titre: 'Copil', debut, fin: debut })
    const [lien] = relier([reunion('2026-03-10'), reunion('2025-03-12'), fait('action', ['a', 'b'])], tout)
    expect(direPourquoi(lien!.faits)).toEqual([
      'mènent ensemble «\u202fBus santé\u202f»',
      'venues aux mêmes 2 réunions, la dernière le 10 mars 2026'
    ])
  })
})

describe('R-108 · le réseau à une date', () => {
  test('une année compte ce qui a duré un jour au moins de cette année, et rien de ce qui n’a pas de date', () => {
    const de2024 = fenetreDe(2024, '2026-11-22')
    expect(estDans({ debut: '2023', fin: '2024-02' }, de2024)).toBe(true)
    expect(estDans({ debut: '2025', fin: null }, de2024)).toBe(false)
    expect(estDans({ debut: null, fin: null }, de2024)).toBe(false)
    expect(estDans({ debut: null, fin: null }, tout)).toBe(true)
  })

  test('sans choix, ce sont les douze derniers mois ; ce qui commencera plus tard n’y est pas', () => {
    const mois = fenetreDe(null, '2026-11-22')
    expect(estDans({ debut: '2025-11-22', fin: '2025-11-22' }, mois)).toBe(true)
    expect(estDans({ debut: '2025-11-21', fin: '2025-11-21' }, mois)).toBe(false)
    expect(estDans({ debut: '2026-12', fin: null }, mois)).toBe(false)
  })

  test('d’année en année, chaque lien est compté une fois, à son niveau', () => {
    const faits = [
      fait('siege', ['a', 'b', 'c'], { debut: '2024', fin: '2025' }),
      fait('action', ['a', 'b'], { debut: '2025', fin: '2026' }),
      fait('contrat', ['a', 'c'], { debut: null })
    ]
    expect(evolution(faits, '2026-11-22')).toEqual([
      { annee: 2024, niveaux: [3, 0, 0, 0], total: 3 },
      { annee: 2025, niveaux: [2, 1, 0, 0], total: 3 },
      { annee: 2026, niveaux: [0, 1, 0, 0], total: 1 }
    ])
    expect(evolution([], '2026-11-22')).toEqual([])
  })
})

const faitsQuelconques = fc.array(
  fc.record({
    nature: fc.constantFrom(...NATURES),
    titre: fc.constant('Action'),
    debut: fc.option(fc.integer({ min: 2018, max: 2028 }).map(String)),
    fin: fc.constant(null),
    niveau: fc.constantFrom(...NIVEAUX),
    structures: fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 2, maxLength: 5 }),
    centres: fc.constant(null)
  }),
  { maxLength: 20 }
)

test('l’ordre des faits ne change ni les liens ni leurs niveaux, et un fait de plus n’en abaisse aucun', () => {
  const vus = (faits: readonly Fait[]) => new Map(relier(faits, tout).map(({ un, autre, niveau }) => [un + autre, niveau]))
  fc.assert(
    fc.property(faitsQuelconques, (faits) => {
      expect([...vus(faits.toReversed())].toSorted()).toEqual([...vus(faits)].toSorted())
      const [avant, apres] = [vus(faits.slice(1)), vus(faits)]
      for (const [cle, niveau] of avant) expect(apres.get(cle)).toBeGreaterThanOrEqual(niveau)
    })
  )
})

test('l’évolution compte exactement les liens que le réseau de l’année montre', () => {
  fc.assert(
    fc.property(faitsQuelconques, (faits) => {
      for (const { annee, niveaux } of evolution(faits, '2026-11-22')) {
        const liens = relier(faits, fenetreDe(annee, '2026-11-22'))
        expect(niveaux).toEqual(NIVEAUX.map((niveau) => liens.filter((lien) => lien.niveau === niveau).length))
      }
    })
  )
})
