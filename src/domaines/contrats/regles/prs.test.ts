import { describe, expect, test } from 'vitest'
import { alignement, attendLePrs, lireAxesDuPrs, type AxeLie } from './prs.ts'

describe('les axes d’un projet régional, tapés un par ligne', () => {
  test.each([
    ['4. Réduire les inégalités', '4', 'Réduire les inégalités'],
    ['Axe 4 : Réduire les inégalités', '4', 'Réduire les inégalités'],
    ['4 - Réduire les inégalités', '4', 'Réduire les inégalités'],
    ['2.1) Prévenir', '2.1', 'Prévenir'],
    ['Prévenir', '1', 'Prévenir'],
    ['100 % santé à l’école', '1', '100 % santé à l’école']
  ])('R-015 · « %s » est l’axe %s', (ligne, numero, intitule) => {
    expect(lireAxesDuPrs([ligne])).toEqual([{ numero, intitule }])
  })
})

describe('R-011 · un contrat attend son projet régional', () => {
  const jour = '2019-01-15'
  test('tant qu’il se prépare et que le projet n’a pas paru', () => {
    expect(attendLePrs({ etape: 'elaboration' }, { parueLe: null }, jour)).toBe(true)
    expect(attendLePrs({ etape: 'prefiguration' }, { parueLe: '2019-06' }, jour)).toBe(true)
  })
  test('plus quand il a paru, ni quand le contrat est signé, ni quand il ne s’y réfère pas', () => {
    expect(attendLePrs({ etape: 'elaboration' }, { parueLe: '2018-12' }, jour)).toBe(false)
    expect(attendLePrs({ etape: 'signe' }, { parueLe: null }, jour)).toBe(false)
    expect(attendLePrs({ etape: 'elaboration' }, null, jour)).toBe(false)
  })
})

describe('l’alignement sur le projet régional', () => {
  const prsAxes = [
    { id: 'p2-1', prsId: 'prs2', numero: '1', intitule: 'Promouvoir les parcours de santé' },
    { id: 'p2-4', prsId: 'prs2', numero: '4', intitule: 'Permettre à chacun d’agir sur sa santé' },
    { id: 'p3-1', prsId: 'prs3', numero: '1', intitule: 'Construire une santé publique adaptée' },
    { id: 'p3-2', prsId: 'prs3', numero: '2', intitule: 'Construire des parcours coordonnés' }
  ]
  const axe = (id: string, intitule: string, actions: number, ...lies: string[]): AxeLie => ({
    id,
    numero: id,
    intitule,
    actions: Array.from({ length: actions }, (_, rang) => `${id}-${rang}`),
    prsAxes: lies
  })

  test('R-014 · chaque axe du projet dit quels axes et combien d’actions lui répondent, et lequel n’a rien', () => {
    const { lignes } = alignement('prs2', prsAxes, [axe('1', 'Santé mentale', 3, 'p2-1'), axe('2', 'Accès aux soins', 4, 'p2-1')])
    expect(lignes.map(({ prsAxe, axes, actions }) => [prsAxe.numero, axes.length, actions])).toEqual([
      ['1', 2, 7],
      ['4', 0, 0]
    ])
  })

  test('R-014 · une action qui y répond d’elle-même compte aussi, et une seule fois', () => {
    const directes = [
      { prsAxeId: 'p2-1', ficheId: '1-0' },
      { prsAxeId: 'p2-4', ficheId: 'ailleurs' }
    ]
    const { lignes } = alignement('prs2', prsAxes, [axe('1', 'Santé mentale', 3, 'p2-1')], directes)
    expect(lignes.map(({ actions }) => actions)).toEqual([3, 1])
  })

  test('R-014 · quand le projet change, les axes reliés à l’ancien sont à relier, avec une proposition par leurs mots', () => {
    const { sansLien } = alignement('prs3', prsAxes, [axe('1', 'Santé mentale', 3, 'p2-1'), axe('2', 'Nutrition', 1)])
    expect(sansLien.map(({ anciens, proposes }) => [anciens.map(({ id }) => id), proposes.map(({ id }) => id)])).toEqual([
      [['p2-1'], ['p3-2']],
      [[], []]
    ])
  })

  test('R-014 · un axe relié au nouveau projet n’est plus à relier, et garde son ancien lien', () => {
    expect(alignement('prs3', prsAxes, [axe('1', 'Santé mentale', 3, 'p2-1', 'p3-2')]).sansLien).toEqual([])
  })
})
