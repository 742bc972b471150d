import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aplatir,
  arbreDesAxes,
  compterParNiveau,
  deplacer,
  feraitBoucle,
  hauteurDeLArbre,
  niveauAuPluriel,
  nomDuNiveau,
  nombreDeThematiques
} from './arbre.ts'

const axe = (id: string, parentId: string | null, rang: number) => ({ id, parentId, rang })

/** Five axes, six thématiques: the second axis has two, the others one. */
const CRETEIL = [1, 2, 3, 4, 5].flatMap((a) => [
  axe(`a${a}`, null, a),
  axe(`a${a}t1`, `a${a}`, 1),
  ...(a === 2 ? [axe('a2t2', 'a2', 2)] : [])
])

describe('l’arbre des axes', () => {
  test('R-072 · cinq axes, six thématiques : les nombres se comptent, niveau par niveau', () => {
    expect(compterParNiveau(arbreDesAxes(CRETEIL), ['Axe', 'Thématique'])).toEqual([
      { niveau: 'Axe', nombre: 5 },
      { niveau: 'Thématique', nombre: 6 }
    ])
  })

  test('R-072 · les thématiques sont le niveau nommé ainsi, et zéro où aucun ne l’est', () => {
    const arbre = arbreDesAxes(CRETEIL)
    expect(nombreDeThematiques(arbre, ['Axe', 'THÉMATIQUES'])).toBe(6)
    expect(nombreDeThematiques(arbre, ['Thématique', 'Objectif stratégique'])).toBe(5)
    expect(nombreDeThematiques(arbre, ['Axe', 'Objectif stratégique'])).toBe(0)
  })

  test('R-072 · le numéro vient de l’ordre : il n’est jamais gardé', () => {
    const arbre = arbreDesAxes([axe('b', null, 9), axe('b2', 'b', 7), axe('b1', 'b', 3), axe('a', null, 2)])
    expect(aplatir(arbre).map(({ id, numero, profondeur }) => `${numero} ${id} ${profondeur}`)).toEqual([
      '1 a 0',
      '2 b 0',
      '2.1 b1 1',
      '2.2 b2 1'
    ])
  })

  test('ce qui pendait d’un axe retiré attend son retour hors de l’arbre', () => {
    const sans = CRETEIL.filter(({ id }) => id !== 'a2')
    expect(aplatir(arbreDesAxes(sans)).map(({ id }) => id)).not.toContain('a2t1')
    expect(aplatir(arbreDesAxes(CRETEIL)).map(({ id }) => id)).toContain('a2t1')
  })

  test('R-072 · la hauteur de l’arbre compte aussi ce qui attend le retour d’un axe retiré', () => {
    expect(hauteurDeLArbre([])).toBe(0)
    expect(hauteurDeLArbre([axe('a', null, 1)])).toBe(1)
    expect(hauteurDeLArbre([axe('c', 'b', 1), axe('a', null, 1), axe('b', 'a', 1)])).toBe(3)
    expect(hauteurDeLArbre([axe('a1', 'axe retiré', 1)])).toBe(2)
  })

  test('un niveau porte le nom que le territoire lui donne ; plus bas que le dernier, le dernier sert', () => {
    expect([0, 1, 2].map((profondeur) => nomDuNiveau(['Axe', 'Objectif stratégique'], profondeur))).toEqual([
      'Axe',
      'Objectif stratégique',
      'Objectif stratégique'
    ])
    expect(nomDuNiveau([], 0)).toBe('Axe')
  })
})

test('R-072 · le nom d’un niveau se met au pluriel, jusqu’au premier mot qui le lie à autre chose', () => {
  expect(
    ['Axe', 'Thématique', 'Objectif stratégique', 'Axe de travail', 'Objectif général', 'Enjeux', 'Volet d’action'].map(
      niveauAuPluriel
    )
  ).toEqual([
    'axes',
    'thématiques',
    'objectifs stratégiques',
    'axes de travail',
    'objectifs généraux',
    'enjeux',
    'volets d’action'
  ])
})

describe('déplacer un axe', () => {
  test('il va à la place dite, et au bout quand elle n’existe pas', () => {
    expect(deplacer(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
    expect(deplacer(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(deplacer(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a'])
    expect(deplacer(['a', 'b', 'c'], 'c', -1)).toEqual(['c', 'a', 'b'])
    expect(deplacer(['a', 'b', 'c'], 'c', -5)).toEqual(['c', 'a', 'b'])
    expect(deplacer(['a', 'b'], 'venu d’ailleurs', 1)).toEqual(['a', 'venu d’ailleurs', 'b'])
  })

  test('personne ne se perd ni ne se double, et les autres gardent leur ordre', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), fc.integer(), (ids, lequel, vers) => {
        const id = ids[lequel % ids.length]!
        const ordre = deplacer(ids, id, vers)
        expect(ordre.filter((autre) => autre !== id)).toEqual(ids.filter((autre) => autre !== id))
        expect(ordre).toHaveLength(ids.length)
      })
    )
  })

  test('un axe ne se range ni sous lui-même ni sous ce qui pend de lui', () => {
    const axes = [axe('a', null, 1), axe('b', 'a', 1), axe('c', 'b', 1), axe('d', null, 2)]
    expect([null, 'a', 'b', 'c', 'd'].map((cible) => feraitBoucle(axes, 'a', cible))).toEqual([false, true, true, true, false])
    expect(feraitBoucle(axes, 'c', 'a')).toBe(false)
  })
})
