import { describe, expect, test } from 'vitest'
import type { ChoixDeCible } from '../../schema/import.ts'
import { choisirCible, jumeauDe, seRetrouve, type ContratConnu } from './cible.ts'

const contrat = (id: string, change: Partial<ContratConnu> = {}): ContratConnu => ({
  id,
  intitule: `CLS ${id}`,
  etape: 'signe',
  planImporte: null,
  actions: 12,
  ...change
})
const PLAN = { titre: 'CLS 2023-2028', contrat: null }
const AUCUN: ChoixDeCible = { contratId: null, nouveau: false }
const cible = (contrats: ContratConnu[], plan: { titre: string | null; contrat: string | null } = PLAN, choix = AUCUN) => {
  const choisie = choisirCible(plan, contrats, choix)
  return choisie && [choisie.contrat?.id ?? null, choisie.raison]
}

describe('dans quel contrat va un plan', () => {
  test('R-073 · un fichier que le produit a exporté retrouve son contrat, même si celui-ci a changé de titre', () => {
    const contrats = [contrat('b', { intitule: 'CLS 2023-2028' }), contrat('a', { intitule: 'Renommé depuis' })]
    expect(cible(contrats, { ...PLAN, contrat: 'a' })).toEqual(['a', 'fichier'])
  })

  test('le repère d’un contrat qui n’est pas ici n’est pas écouté', () => {
    expect(cible([contrat('a')], { ...PLAN, contrat: 'ailleurs' })).toEqual([null, 'nouveau'])
  })

  test('un plan déjà importé retrouve le contrat de la fois d’avant, quel que soit son titre d’aujourd’hui', () => {
    expect(cible([contrat('a', { planImporte: 'cls 2023-2028' })])).toEqual(['a', 'deja_importe'])
  })

  test('un contrat vivant de même titre est proposé, aux majuscules, accents et espaces près ; un contrat abandonné ne l’est pas', () => {
    expect(cible([contrat('a', { intitule: '  Cls  2023–2028 ' })])).toEqual(['a', 'meme_titre'])
    expect(cible([contrat('a', { intitule: 'CLS 2023-2028', etape: 'abandonne' })])).toEqual([null, 'nouveau'])
  })

  test('le seul contrat en préparation et sans action est proposé ; s’il a des actions, ou s’il y en a deux, non', () => {
    const prepare = contrat('p', { etape: 'prefiguration', actions: 0 })
    expect(cible([prepare, contrat('a')])).toEqual(['p', 'en_preparation'])
    expect(cible([prepare, contrat('e', { etape: 'elaboration', actions: 3 })])).toEqual(['p', 'en_preparation'])
    expect(cible([{ ...prepare, actions: 1 }])).toEqual([null, 'nouveau'])
    expect(cible([prepare, contrat('e', { etape: 'elaboration', actions: 0 })])).toEqual([null, 'nouveau'])
    expect(cible([contrat('r', { etape: 'en_relecture', actions: 0 })])).toEqual([null, 'nouveau'])
  })

  test('ce qu’une personne choisit l’emporte, un nouveau contrat aussi ; un contrat d’ailleurs n’existe pas', () => {
    const contrats = [contrat('a', { intitule: 'CLS 2023-2028' }), contrat('b')]
    expect(cible(contrats, PLAN, { contratId: 'b', nouveau: false })).toEqual(['b', 'choisi'])
    expect(cible(contrats, { ...PLAN, contrat: 'a' }, { contratId: null, nouveau: true })).toEqual([null, 'nouveau'])
    expect(cible(contrats, PLAN, { contratId: 'ailleurs', nouveau: false })).toBeNull()
  })

  test('un plan se retrouve de lui-même par son repère, son titre ou l’import d’avant', () => {
    expect(seRetrouve(PLAN, contrat('a'))).toBe(false)
    expect(seRetrouve({ ...PLAN, contrat: 'a' }, contrat('a'))).toBe(true)
    expect(seRetrouve(PLAN, contrat('a', { intitule: 'cls 2023-2028' }))).toBe(true)
    expect(seRetrouve(PLAN, contrat('a', { planImporte: 'cls 2023-2028' }))).toBe(true)
  })

  test('un autre contrat qui a déjà la moitié des actions à créer est signalé, pas celui où elles vont', () => {
    const communes = [
      { id: 'a', intitule: 'CLS 1', communes: 2 },
      { id: 'b', intitule: 'CLS 2', communes: 3 }
    ]
    expect(jumeauDe(communes, 6, null)).toEqual({ id: 'b', intitule: 'CLS 2', communes: 3, creees: 6 })
    expect(jumeauDe(communes, 7, null)).toBeNull()
    expect(jumeauDe(communes, 4, 'b')).toMatchObject({ id: 'a' })
    expect(jumeauDe([], 0, null)).toBeNull()
  })
})
