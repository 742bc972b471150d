import { describe, expect, test } from 'vitest'
import { direMontants } from '#platform/argent.ts'
import {
  anneesDuBudget,
  cofinancees,
  deLAnnee,
  direPartage,
  montantsSansAnnee,
  parAxe,
  parFinanceur,
  partageDuPoste,
  sommerBudget,
  titreDuBudget,
  type FicheBudget,
  type FractionBudget,
  type LigneBudget
} from './budget.ts'
import { direDoublon, doublonsDe } from './doublons.ts'

const euros = (montant: number) => montant * 100
const argent = (financeur: string, montant: number, reste: Partial<LigneBudget> = {}): LigneBudget => ({
  financeur,
  annee: 2026,
  montant: euros(montant),
  etat: 'accorde',
  taxe: 'ht',
  ...reste
})
const part = (etp: number, reste: Partial<FractionBudget> = {}): FractionBudget => ({
  poste: 'coordinatrice',
  etp,
  annee: 2026,
  financeur: null,
  montant: null,
  ...reste
})
const fiche = (id: string, reste: Partial<FicheBudget> = {}): FicheBudget => ({
  id,
  parentId: null,
  titre: `Action ${id}`,
  axeId: 'a',
  auContrat: true,
  previsionnel: null,
  previsionnelTaxe: 'ht',
  financements: [],
  fractions: [],
  ...reste
})
const sommes = (fiches: FicheBudget[]) => sommerBudget(fiches, doublonsDe(fiches))
const dits = (fiches: FicheBudget[]) => doublonsDe(fiches).map((doublon) => direDoublon(doublon, (id) => id))

describe('les sommes', () => {
  test('s’ajoutent par état, le hors taxes et le toutes taxes comprises à part', () => {
    const lues = sommes([
      fiche('1', { financements: [argent('ARS', 10), argent('Ville', 5, { taxe: 'ttc' })] }),
      fiche('2', { financements: [argent('ARS', 20, { etat: 'demande' }), argent('ARS', 0, { montant: null })] })
    ])
    expect(lues.etats.accorde).toEqual({ ht: euros(10), ttc: euros(5) })
    expect(lues.etats.demande).toEqual({ ht: euros(20), ttc: 0 })
    expect(lues.actions).toBe(2)
    expect(direMontants(lues.etats.accorde)).toBe('10\u00a0€ HT et 5\u00a0€ TTC')
    expect(direMontants(lues.etats.demande)).toBe('20\u00a0€')
    expect(direMontants({ ht: 0, ttc: 100 })).toBe('1\u00a0€ TTC')
  })

  test('une sous-action compte avec son action, sans faire une action de plus', () => {
    const fiches = [fiche('1', { financements: [argent('ARS', 10)] }), fiche('s', { parentId: '1', fractions: [part(0.5)] })]
    expect(sommes(fiches)).toMatchObject({ actions: 1, etp: 0.5 })
  })

  test('une année ne garde que ce qui est d’elle ; un poste sans année y est, son montant non', () => {
    const fiches = [
      fiche('1', {
        previsionnel: euros(5),
        financements: [argent('ARS', 10), argent('ARS', 20, { annee: 2025 }), argent('Ville', 1, { annee: null })],
        fractions: [part(0.2), part(0.3, { annee: null, montant: euros(9) }), part(0.4, { annee: 2025 })]
      })
    ]
    expect(anneesDuBudget(fiches)).toEqual([2025, 2026])
    expect(montantsSansAnnee(fiches)).toBe(2)
    expect(sommes(deLAnnee(fiches, 2026))).toMatchObject({ etats: { accorde: { ht: euros(10) } }, postes: 0, etp: 0.5 })
    // without a year, the fullest one: 0,3 of every year and 0,4 of 2025
    expect(sommes(deLAnnee(fiches, null))).toMatchObject({ etats: { accorde: { ht: euros(31) } }, postes: euros(9), etp: 0.7 })
  })

  test('se rangent sous les axes dans leur ordre, puis hors axe, puis hors contrat ; un axe sans argent n’a pas de ligne', () => {
    const fiches = [
      fiche('1', { axeId: null, auContrat: false, financements: [argent('ARS', 1)] }),
      fiche('2', { axeId: 'b', financements: [argent('ARS', 2)] }),
      fiche('3', { axeId: null, financements: [argent('ARS', 3)] }),
      fiche('4', { axeId: 'a' }),
      fiche('5', { axeId: 'c', previsionnel: euros(31) })
    ]
    const axes = ['a', 'b', 'c'].map((id) => ({ id, nom: id.toUpperCase() }))
    const rangees = parAxe(fiches, axes, [], { auContrat: 'Sans axe', hors: 'Hors contrat' })
    expect(rangees.map(({ nom, sommes: { etats } }) => [nom, etats.accorde.ht])).toEqual([
      ['B', 200],
      ['C', 0],
      ['Sans axe', 300],
      ['Hors contrat', 100]
    ])
  })

  test('par financeur, qui donne le plus vient d’abord ; les parts de postes qu’il paie en sont', () => {
    const fiches = [
      fiche('1', { financements: [argent('Ville', 1), argent('ARS', 9)] }),
      fiche('2', { fractions: [part(1, { financeur: 'Ville', montant: euros(30) }), part(1, { montant: euros(99) })] })
    ]
    expect(parFinanceur(fiches, []).map(({ financeur, sommes: { postes, actions } }) => [financeur, postes, actions])).toEqual([
      ['Ville', euros(30), 2],
      ['ARS', 0, 1]
    ])
  })

  test('une action cofinancée a plusieurs financeurs, les siens et ceux de ses sous-actions', () => {
    const fiches = [
      fiche('1', { financements: [argent('ARS', 1), argent('ARS', 2)] }),
      fiche('2', { financements: [argent('ARS', 1)] }),
      fiche('s', { parentId: '2', fractions: [part(1, { financeur: 'Ville' })] })
    ]
    expect(cofinancees(fiches)).toEqual([{ id: '2', titre: 'Action 2', financeurs: ['ARS', 'Ville'] }])
  })

  test('le titre dit d’abord l’argent accordé, et ce qui est peut-être compté deux fois', () => {
    const deux = [argent('ARS', 100), argent('Ville', 7, { etat: 'prevu' })]
    expect(titreDuBudget(sommes([fiche('1', { financements: deux })]), 2026)).toBe(
      '100\u00a0€ accordés et 7\u00a0€ prévus en 2026'
    )
    const double = fiche('1', {
      financements: [argent('ARS', 100)],
      fractions: [part(1, { financeur: 'ARS', montant: euros(40) })]
    })
    expect(titreDuBudget(sommes([double]), null)).toBe('100\u00a0€ accordés\u202f; 40\u00a0€ peut-être comptés deux fois')
    const annonce = fiche('2', { previsionnel: euros(150), financements: [argent('ARS', 100)] })
    expect(titreDuBudget(sommes([annonce]), null)).toBe('50\u00a0€ à trouver sur 150\u00a0€ annoncés')
    expect(titreDuBudget(sommes([]), 2027)).toBe('Aucun argent dit pour 2027')
    expect(titreDuBudget(sommes([fiche('1', { fractions: [part(0.3)] })]), null)).toContain('0,3\u00a0ETP pour les actions')
  })
})

describe('un poste partagé entre des actions', () => {
  test('se répartit année par année, et ce qui dépasse sa quotité se voit', () => {
    const parts = [part(0.6), part(0.6), part(0.5, { annee: 2027 })]
    expect(partageDuPoste(1, parts)).toEqual([
      { annee: 2026, etp: 1.2, trop: true },
      { annee: 2027, etp: 0.5, trop: false }
    ])
    expect(partageDuPoste(1, parts, 2027)).toEqual([{ annee: 2027, etp: 0.5, trop: false }])
    expect(direPartage({ annee: 2026, etp: 1.2 }, 1)).toBe('réparti à 1,2\u00a0ETP sur 1 en 2026')
  })

  test('une part sans année vaut pour chaque année ; dix dixièmes font un temps plein, sans dépasser', () => {
    expect(partageDuPoste(0.8, [part(0.3, { annee: null }), part(0.6)])).toEqual([{ annee: 2026, etp: 0.9, trop: true }])
    expect(partageDuPoste(0.8, [part(0.3, { annee: null })], 2031)).toEqual([{ annee: 2031, etp: 0.3, trop: false }])
    const dixiemes = Array.from({ length: 10 }, () => part(0.1, { annee: null }))
    expect(partageDuPoste(1, dixiemes)).toEqual([{ annee: null, etp: 1, trop: false }])
    expect(partageDuPoste(1, [])).toEqual([])
  })
})

describe('ce qui est peut-être compté deux fois', () => {
  test('un financeur qui paie, la même année, l’action et une part de poste dans l’action', () => {
    const fiches = [
      fiche('1', {
        financements: [argent('ARS', 18), argent('ARS', 3, { annee: 2025 })],
        fractions: [part(0.3, { financeur: 'ARS', montant: euros(12) }), part(0.2, { financeur: 'Ville', montant: euros(5) })]
      })
    ]
    expect(doublonsDe(fiches)).toMatchObject([
      { sorte: 'poste_et_financement', financeur: 'ARS', annee: 2026, montant: euros(12) }
    ])
    expect(dits(fiches)[0]).toBe(
      'ARS finance l’action et une part de poste dans l’action, en 2026\u00a0: 12\u00a0€ peut-être comptés deux fois.'
    )
    // nothing leaves the totals
    expect(sommes(fiches)).toMatchObject({ etats: { accorde: { ht: euros(21) } }, postes: euros(17), doubles: { ht: euros(12) } })
  })

  test('pas une autre année, pas une part de poste dont personne n’a dit le montant', () => {
    const une = (fraction: FractionBudget) =>
      doublonsDe([fiche('1', { financements: [argent('ARS', 18)], fractions: [fraction] })])
    expect(une(part(0.3, { financeur: 'ARS', annee: 2025, montant: 100 }))).toEqual([])
    expect(une(part(0.3, { financeur: 'ARS' }))).toEqual([])
    expect(une(part(0.3, { financeur: 'ARS', annee: null, montant: 100 }))).toMatchObject([{ annee: 2026 }])
  })

  test('la même somme, du même financeur et de la même année, sur l’action et sur sa sous-action, une fois par ligne', () => {
    const action = fiche('1', { financements: [argent('ARS', 18), argent('CPAM', 4)] })
    const sous = fiche('s', { parentId: '1', financements: [argent('ARS', 18), argent('ARS', 18), argent('CPAM', 5)] })
    expect(doublonsDe([action, sous])).toMatchObject([
      { sorte: 'action_et_sous_action', fiche: 's', parent: '1', financeur: 'ARS', montant: euros(18) }
    ])
    expect(dits([action, sous])[0]).toContain('La même somme de ARS est sur l’action et sur sa sous-action, en 2026')
    expect(doublonsDe([sous])).toEqual([])
    expect(doublonsDe([action, { ...sous, financements: [argent('ARS', 18, { taxe: 'ttc' })] }])).toEqual([])
  })

  test('des financements qui dépassent le budget prévisionnel ; une somme qui change d’état n’est pas ajoutée à elle-même', () => {
    const etapes = [argent('ARS', 10, { etat: 'demande' }), argent('ARS', 8)]
    expect(doublonsDe([fiche('1', { previsionnel: euros(10), financements: etapes })])).toEqual([])
    const trop = [fiche('1', { previsionnel: euros(10), financements: [...etapes, argent('Ville', 4)] })]
    expect(doublonsDe(trop)).toMatchObject([{ sorte: 'depasse_previsionnel', montant: euros(4) }])
    expect(dits(trop)[0]).toContain('dépassent le budget prévisionnel (10\u00a0€) de 4\u00a0€.')
    // the excess is told apart: it is not a sum counted twice for sure
    expect(sommes(trop).doubles).toEqual({ ht: 0, ttc: 0 })
    expect(doublonsDe([fiche('1', { previsionnel: euros(1), financements: [argent('ARS', 5, { taxe: 'ttc' })] })])).toEqual([])
    const ttc = fiche('1', { previsionnel: euros(1), previsionnelTaxe: 'ttc', financements: [argent('ARS', 5, { taxe: 'ttc' })] })
    expect(dits([ttc])[0]).toBe(
      'Les financements (5\u00a0€ TTC) dépassent le budget prévisionnel (1\u00a0€ TTC) de 4\u00a0€ TTC.'
    )
  })
})
