import { describe, expect, test } from 'vitest'
import {
  chargesDesPilotes,
  estFragile,
  porteSeul,
  SEUIL_PILOTE_SEUL,
  titreDesPilotes,
  type ActionPortee,
  type Porteur
} from './pilotes.ts'

const JOUR = '2026-11-22'
const structure = (cle: string, role: Porteur['role'] = 'pilote'): Porteur => ({ cle, role, sorte: 'structure' })
const personne = (cle: string, role: Porteur['role'] = 'personne_pilote'): Porteur => ({ cle, role, sorte: 'personne' })
const action = (id: string, porteurs: Porteur[], dit: Partial<ActionPortee> = {}): ActionPortee => ({
  id,
  titre: `Action ${id}`,
  statut: 'en_cours',
  fin: null,
  budget: null,
  taxe: 'ht',
  porteurs,
  ...dit
})

describe('R-078 · qui porte une action', () => {
  test('est seul sans copilote ni autre pilote de même sorte', () => {
    const cpam = structure('cpam')
    expect(porteSeul(cpam, [cpam])).toBe(true)
    expect(porteSeul(cpam, [cpam, structure('ville', 'copilote')])).toBe(false)
    expect(porteSeul(cpam, [cpam, structure('ville', 'service_pilote')])).toBe(false)
  })

  test('une structure et la personne qui y tient la plume ne se relaient pas, un copilote relaie les deux', () => {
    const [cpam, alix] = [structure('cpam'), personne('alix')]
    expect(porteSeul(cpam, [cpam, alix])).toBe(true)
    expect(porteSeul(alix, [cpam, alix])).toBe(true)
    expect(porteSeul(cpam, [cpam, alix, personne('sam', 'copilote')])).toBe(false)
    expect(porteSeul(alix, [cpam, alix, structure('ville', 'copilote')])).toBe(false)
  })
})

describe('la charge d’un pilote', () => {
  test('compte ses actions à mener, celles à l’échéance passée, leur budget, et à part celles qui sont finies', () => {
    const cpam = [structure('cpam')]
    expect(
      chargesDesPilotes(
        [
          action('1', cpam, { fin: '2025', budget: 1000 }),
          action('2', cpam, { statut: null, budget: 500 }),
          action('4', cpam, { budget: 9, taxe: 'ttc' }),
          action('3', cpam, { statut: 'realise', fin: '2025', budget: 70_000 })
        ],
        JOUR
      )
    ).toEqual([
      {
        cle: 'cpam',
        vivantes: 3,
        echues: 1,
        finies: 1,
        budget: { ht: 1500, ttc: 9 },
        seules: [
          { id: '1', titre: 'Action 1' },
          { id: '2', titre: 'Action 2' },
          { id: '4', titre: 'Action 4' }
        ]
      }
    ])
  })

  test('une structure nommée pilote et copilote de la même action n’y compte qu’une fois', () => {
    expect(chargesDesPilotes([action('1', [structure('cpam'), structure('cpam', 'copilote')])], JOUR)).toMatchObject([
      { vivantes: 1 }
    ])
  })

  test('à partir de trois actions à mener portées seul, tout repose sur lui, et il vient en tête', () => {
    expect(SEUIL_PILOTE_SEUL).toBe(3)
    const beaucoup = ['1', '2', '3', '4'].map((id) => action(id, [structure('ville'), structure('cpam', 'copilote')]))
    const seules = ['5', '6', '7'].map((id) => action(id, [structure('ccas')]))
    const charges = chargesDesPilotes([...beaucoup, ...seules, action('8', [structure('ccas')], { statut: 'abandonne' })], JOUR)
    expect(charges.map(({ cle, vivantes, seules }) => [cle, vivantes, seules.length])).toEqual([
      ['ccas', 3, 3],
      ['cpam', 4, 0],
      ['ville', 4, 0]
    ])
    expect(charges.map(estFragile)).toEqual([true, false, false])
    expect(chargesDesPilotes(seules.slice(1), JOUR).map(estFragile)).toEqual([false])
  })
})

describe('ce que la page dit d’abord', () => {
  const charge = (nom: string, seules: number) => ({
    cle: nom,
    nom,
    vivantes: seules,
    echues: 0,
    finies: 0,
    budget: { ht: 0, ttc: 0 },
    seules: Array.from({ length: seules }, (_, rang) => ({ id: `${rang}`, titre: '' }))
  })
  test.each([
    [[charge('CPAM du Val-d’Oise', 4), charge('Ville', 1)], 0, '4 actions ne reposent que sur CPAM du Val-d’Oise'],
    [[charge('CPAM du Val-d’Oise', 4)], 1, '4 actions ne reposent que sur CPAM du Val-d’Oise, et 1 action sans pilote'],
    [[charge('CPAM', 4), charge('Ville', 3)], 0, '2 pilotes portent seuls 3 actions ou plus'],
    [[charge('Ville', 2)], 5, '5 actions sans pilote'],
    [[charge('Ville', 2)], 0, 'Chaque action a son pilote, et aucun n’en porte trop seul'],
    [[], 0, 'Aucune action à piloter']
  ])('%#', (charges, sansPilote, dit) => {
    expect(titreDesPilotes(charges, sansPilote)).toBe(dit)
  })
})
