import { describe, expect, test } from 'vitest'
import {
  alignement,
  attendLePrs,
  lireAxesDuPrs,
  titreDeLAlignement,
  type ActionAlignee,
  type Alignement,
  type AxeLie
} from './prs.ts'

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
  const axe = (id: string, intitule: string, ...lies: string[]): AxeLie => ({
    id,
    parentId: id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null,
    numero: id,
    intitule,
    prsAxes: lies
  })
  /** An action is named after its axis: « 1.1/a » stands under 1.1. */
  const actions = (...ids: string[]): ActionAlignee[] =>
    ids.map((id) => ({ id, numero: null, titre: id, axeId: id.startsWith('/') ? null : id.split('/')[0]!, exemple: false }))
  const dire = ({ lignes, horsPrs }: Alignement) => ({
    lignes: lignes.map(({ prsAxe, axes, actions: siennes }) => [
      prsAxe.numero,
      axes.map(({ id }) => id).join(' '),
      siennes.map(({ id }) => id).join(' ')
    ]),
    hors: horsPrs.map(({ id }) => id)
  })

  test('R-014 · chaque axe du projet nomme les axes et les actions qui lui répondent, celui qui n’a rien et les actions à part', () => {
    const axes = [axe('1', 'Santé mentale', 'p2-1'), axe('2', 'Accès aux soins', 'p2-1'), axe('3', 'Nutrition')]
    expect(dire(alignement('prs2', prsAxes, axes, actions('1/a', '2/b', '3/c', '/d')))).toEqual({
      lignes: [
        ['1', '1 2', '1/a 2/b'],
        ['4', '', '']
      ],
      hors: ['3/c', '/d']
    })
  })

  test('R-014 · une action qui y répond d’elle-même compte aussi, et une seule fois', () => {
    const directes = [
      { prsAxeId: 'p2-1', ficheId: '1/a' },
      { prsAxeId: 'p2-4', ficheId: '/d' }
    ]
    const axes = [axe('1', 'Santé mentale', 'p2-1')]
    expect(dire(alignement('prs2', prsAxes, axes, actions('1/a', '1/b', '/d'), directes))).toEqual({
      lignes: [
        ['1', '1', '1/a 1/b'],
        ['4', '', '/d']
      ],
      hors: []
    })
  })

  test('R-014 · le lien d’un axe vaut pour ce qui est sous lui, et n’est plus à faire au-dessus', () => {
    const axes = [
      axe('1', 'Santé', 'p2-1'),
      axe('1.1', 'Mentale'),
      axe('2', 'Soins'),
      axe('2.1', 'Accès', 'p2-4'),
      axe('3', 'Eau')
    ]
    const lu = alignement('prs2', prsAxes, axes, actions('1.1/a', '2/b', '2.1/c'))
    expect(dire(lu)).toEqual({
      lignes: [
        ['1', '1', '1.1/a'],
        ['4', '2.1', '2.1/c']
      ],
      hors: ['2/b']
    })
    expect(lu.sansLien.map(({ id }) => id)).toEqual(['3'])
  })

  test('R-014 · quand le projet change, les axes reliés à l’ancien sont à relier, avec une proposition par leurs mots', () => {
    const { sansLien } = alignement('prs3', prsAxes, [axe('1', 'Santé mentale', 'p2-1'), axe('2', 'Nutrition')], [])
    expect(sansLien.map(({ anciens, proposes }) => [anciens.map(({ id }) => id), proposes.map(({ id }) => id)])).toEqual([
      [['p2-1'], ['p3-2']],
      [[], []]
    ])
  })

  test('R-014 · un axe relié au nouveau projet n’est plus à relier, et garde son ancien lien', () => {
    expect(alignement('prs3', prsAxes, [axe('1', 'Santé mentale', 'p2-1', 'p3-2')], []).sansLien).toEqual([])
  })

  test('R-011 · R-014 · la page dit d’abord ce qui reste : attendre, relier, répondre, ranger', () => {
    const titre = (axes: AxeLie[], siennes: ActionAlignee[] = [], attend = false) =>
      titreDeLAlignement('PRS2', alignement('prs2', prsAxes, axes, siennes), attend)
    const relie = axe('1', 'Santé', 'p2-1', 'p2-4')
    expect(titre([relie], [], true)).toBe('Le contrat attend le PRS2')
    expect(titre([relie, axe('2', 'Eau')])).toBe('1 axe est à relier au PRS2')
    expect(titre([axe('1', 'Santé', 'p2-1')])).toBe('1 axe du PRS2 ne trouve rien dans le contrat')
    expect(titre([relie], actions('/d', '/e'))).toBe('2 actions ne répondent à aucun axe du PRS2')
    expect(titre([relie], actions('1/a'))).toBe('Chaque axe répond au PRS2')
  })
})
