import { describe, expect, test } from 'vitest'
import { direRefusDeChanger } from '../libelles/changement.ts'
import { finQuandSuit, jugerChangement, type Depart, type Tenue } from './changement.ts'

const CPAM: Tenue = { id: 'f1', structureId: 'cpam', structure: 'CPAM 95', debut: '2022-03' }
const CLSM: Tenue = { id: 'f2', structureId: 'clsm', structure: 'CLSM', debut: null }
const juger = (tenues: Tenue[], dit: Partial<Depart>) =>
  jugerChangement(tenues, { fonctionId: null, structureId: null, date: '2026-09-01', ...dit }, '2026-11-22')

describe('R-102 · une personne change de structure', () => {
  test.each([
    ['2026-09-01', '2026-08-31'],
    ['2024-03-01', '2024-02-29'],
    ['2026-01-01', '2025-12-31'],
    ['2026-09', '2026-09'],
    ['2026', '2026']
  ])('quand la suite commence en %s, ce qui précède finit en %s', (date, fin) => expect(finQuandSuit(date)).toBe(fin))

  test('avec une seule fonction, il n’y a pas à dire laquelle se termine', () =>
    expect(juger([CPAM], {})).toEqual({ quittee: CPAM, fin: '2026-08-31' }))

  test('avec plusieurs, il faut dire laquelle ; les autres continuent', () => {
    expect(juger([CPAM, CLSM], {})).toEqual({ raison: 'quelle_fonction' })
    expect(juger([CPAM, CLSM], { fonctionId: 'f2' })).toEqual({ quittee: CLSM, fin: '2026-08-31' })
    expect(juger([CPAM], { fonctionId: 'finie' })).toEqual({ raison: 'quelle_fonction' })
  })

  test('sans fonction aujourd’hui, rien ne se termine', () => expect(juger([], {})).toEqual({ raison: 'sans_fonction' }))

  test('on ne change pas pour une structure où l’on est déjà', () => {
    expect(juger([CPAM], { structureId: 'cpam' })).toEqual({ raison: 'meme_structure', tenue: CPAM })
    expect(juger([CPAM, CLSM], { fonctionId: 'f1', structureId: 'clsm' })).toEqual({ raison: 'meme_structure', tenue: CLSM })
  })

  test.each(['2022-02', '2022-03-01', '2021'])('la suite ne commence pas en %s, avant ce qui a commencé en mars 2022', (date) =>
    expect(juger([CPAM], { date })).toEqual({ raison: 'avant_le_debut', tenue: CPAM })
  )

  test.each(['2022-03', '2022', '2022-03-02'])('elle peut commencer en %s', (date) =>
    expect(juger([CPAM], { date })).toMatchObject({ quittee: CPAM })
  )

  test('un changement se note quand il a eu lieu', () => {
    expect(juger([CPAM], { date: '2026-12' })).toEqual({ raison: 'changement_a_venir' })
    expect(juger([CPAM], { date: '2026-11-22' })).toMatchObject({ fin: '2026-11-21' })
  })

  test('chaque refus dit quoi faire', () => {
    const dire = (raison: Parameters<typeof direRefusDeChanger>[0]) =>
      direRefusDeChanger(raison, { nom: 'Camille Exemple', structure: 'CPAM 95', debut: '2022-03' }).replace(
        /[\u00a0\u202f]/g,
        ' '
      )
    expect(dire('sans_fonction')).toBe('Camille Exemple n’a pas de fonction aujourd’hui : ajoutez-lui plutôt une fonction.')
    expect(dire('quelle_fonction')).toBe('Choisissez la fonction qui se termine.')
    expect(dire('meme_structure')).toContain('tient déjà une fonction à « CPAM 95 »')
    expect(dire('avant_le_debut')).toBe(
      'La fonction à « CPAM 95 » a commencé en mars 2022 : la suivante ne peut pas commencer plus tôt.'
    )
    expect(dire('changement_a_venir')).toContain('quand il aura eu lieu')
  })
})
