import { describe, expect, test } from 'vitest'
import type { EtatFinancement } from '../schema/mots.ts'
import type { FicheBudget, LigneBudget } from './budget.ts'
import { direIncoherence, incoherencesDe } from './coherence.ts'
import { composerBudget } from './vue-budget.ts'

const ligne = (etat: EtatFinancement, euros: number | null, reste: Partial<LigneBudget> = {}): LigneBudget => ({
  financeur: 'ARS',
  annee: 2026,
  montant: euros === null ? null : euros * 100,
  etat,
  taxe: 'ht',
  ...reste
})
const fiche = (...financements: LigneBudget[]): FicheBudget => ({
  id: 'bus',
  parentId: null,
  titre: 'Bus santé',
  axeId: null,
  auContrat: true,
  previsionnel: null,
  previsionnelTaxe: 'ht',
  financements,
  fractions: []
})
const dits = (...lignes: LigneBudget[]) =>
  incoherencesDe([fiche(...lignes)]).map((une) => direIncoherence(une, (id) => id).replace(/\s/g, ' '))

describe('R-079 · des montants qui ne tiennent pas ensemble', () => {
  test('plus de versé que d’accordé se dit en une phrase', () =>
    expect(dits(ligne('accorde', 10_000), ligne('verse', 12_000))).toEqual([
      'ARS, en 2026 : 12 000 € versés, plus que les 10 000 € accordés.'
    ]))

  test('plus de consommé que de versé, plus d’accordé que de demandé aussi, chacun pour soi', () =>
    expect(
      dits(ligne('demande', 5), ligne('accorde', 12_000.5), ligne('verse', 1_000), ligne('consomme', 12_000.5, { annee: 2026 }))
    ).toEqual([
      'ARS, en 2026 : 12 000,50 € accordés, plus que les 5 € demandés.',
      'ARS, en 2026 : 12 000,50 € consommés, plus que les 1 000 € versés.'
    ]))

  test('plusieurs lignes d’un même état s’ajoutent avant d’être comparées', () => {
    expect(dits(ligne('accorde', 6), ligne('accorde', 6), ligne('verse', 12))).toEqual([])
    expect(dits(ligne('accorde', 10), ligne('verse', 6), ligne('verse', 6))).toHaveLength(1)
  })

  test('une autre année, un autre financeur ou une autre taxe ne se comparent pas', () =>
    expect(
      dits(
        ligne('accorde', 10),
        ligne('verse', 12, { annee: 2027 }),
        ligne('verse', 12, { financeur: 'Ville' }),
        ligne('verse', 12, { taxe: 'ttc' })
      )
    ).toEqual([]))

  test('ce que personne ne dit ne contredit rien ; un montant nul est dit', () => {
    expect(dits(ligne('verse', 12), ligne('accorde', null))).toEqual([])
    expect(dits(ligne('prevu', 1), ligne('accorde', 12))).toEqual([])
    expect(dits(ligne('verse', 12, { taxe: 'ttc', annee: null }), ligne('accorde', 0, { taxe: 'ttc', annee: null }))).toEqual([
      'ARS, sans année : 12 € TTC versés, plus que les 0 € accordés.'
    ])
  })

  test('elles se comptent au budget, à vérifier, avec le titre de leur action', () => {
    const lu = { fiches: [fiche(ligne('accorde', 10), ligne('verse', 12))], postes: [], noms: { ARS: 'Agence' }, total: 1 }
    const { reserves } = composerBudget(lu, [], [], null, { auContrat: '', hors: '' })
    expect(reserves).toMatchObject({ nombre: 1, montres: [{ fiche: 'bus', titre: 'Bus santé' }] })
    expect(reserves.montres[0]!.dit).toMatch(/^Agence, en 2026/)
  })
})
