import { describe, expect, test } from 'vitest'
import type { MontantActe } from '#domaines/contrats/schema.ts'
import { budgetDesActes, titreDesActes, type ActeDuBudget } from './budget-des-actes.ts'
import type { FicheBudget, LigneBudget } from './budget.ts'

const euros = (montant: number) => montant * 100
const ht = (montant: number) => ({ ht: euros(montant), ttc: 0 })
const montant = (financeur: string | null, combien: number, reste: Partial<MontantActe> = {}): MontantActe => ({
  financeurId: financeur,
  financeur,
  annee: 2026,
  montant: euros(combien),
  taxe: 'ht',
  precision: null,
  ...reste
})
const acte = (id: string, ...montants: MontantActe[]): ActeDuBudget => ({ id, reference: `acte ${id}`, date: '2026', montants })
const accorde = (financeur: string, combien: number, reste: Partial<LigneBudget> = {}): LigneBudget => ({
  financeur,
  annee: 2026,
  montant: euros(combien),
  etat: 'accorde',
  taxe: 'ht',
  ...reste
})
const action = (id: string, financements: LigneBudget[], reste: Partial<FicheBudget> = {}): FicheBudget => ({
  id,
  parentId: null,
  titre: id,
  axeId: null,
  auContrat: true,
  previsionnel: null,
  previsionnelTaxe: 'ht',
  financements,
  fractions: [],
  ...reste
})

describe('R-012 · ce qu’apportent les actes', () => {
  const avenant = acte('1', montant('ARS', 100), montant('Ville', 30, { taxe: 'ttc' }), montant('ARS', 50, { annee: 2027 }))
  const arrete = acte('2', montant('ARS', 20), montant(null, 5, { annee: null }))

  test('se compte par financeur et par année ; qui donne le plus d’abord, ce dont on ne sait le financeur à la fin', () => {
    const lu = budgetDesActes([avenant, arrete], [], null)
    expect(lu.annees).toEqual([2026, 2027, null])
    expect(lu.lignes.map(({ nom, annees }) => [nom, annees])).toEqual([
      ['ARS', [ht(120), ht(50), ht(0)]],
      ['Ville', [{ ht: 0, ttc: euros(30) }, ht(0), ht(0)]],
      [null, [ht(0), ht(0), ht(5)]]
    ])
    expect(lu.parAnnee).toEqual([{ ht: euros(120), ttc: euros(30) }, ht(50), ht(5)])
    expect(lu.total).toEqual({ ht: euros(175), ttc: euros(30) })
  })

  test('une année laisse de côté les autres, et dit combien de montants n’en ont pas', () => {
    const lu = budgetDesActes([avenant, arrete], [], 2027)
    expect(lu.lignes.map(({ nom, total }) => [nom, total])).toEqual([['ARS', ht(50)]])
    expect(lu.actes.map(({ reference }) => reference)).toEqual(['acte 1'])
    expect(lu.sansAnnee).toBe(1)
    expect(budgetDesActes([avenant], [], 2031).lignes).toEqual([])
  })

  test('ne s’ajoute pas aux actions : il se lit à côté de ce qu’elles ont trouvé du même financeur, au contrat seulement', () => {
    const fiches = [
      action('bus', [accorde('ARS', 40), accorde('ARS', 30, { etat: 'verse' }), accorde('ARS', 9, { etat: 'demande' })]),
      action('sous', [accorde('ARS', 5, { annee: 2027 })], { parentId: 'bus' }),
      action('asv', [accorde('ARS', 700)], { auContrat: false }),
      action('forum', [accorde('Département', 8)])
    ]
    const lu = budgetDesActes([avenant, arrete], fiches, null)
    expect(lu.lignes[0]).toMatchObject({ nom: 'ARS', total: ht(170), trouve: ht(45) })
    expect(lu.trouve, 'un financeur qu’aucun acte ne nomme n’est pas ici').toEqual(ht(45))
    expect(lu.total, 'les actions ne changent pas ce qu’apportent les actes').toEqual(
      budgetDesActes([avenant, arrete], [], null).total
    )
    expect(budgetDesActes([avenant], fiches, 2027).lignes[0]).toMatchObject({ total: ht(50), trouve: ht(5) })
  })

  test('un acte sans montant n’y est pas, et le titre le dit quand rien d’autre n’est dit', () => {
    expect(budgetDesActes([acte('3')], [], null)).toMatchObject({ actes: [], lignes: [], annees: [] })
    expect(titreDesActes(ht(45_000), 2026).replace(/\s/g, ' ')).toBe('45 000 € apportés par les actes du contrat en 2026')
    expect(titreDesActes({ ht: 0, ttc: euros(1) }, null).replace(/\s/g, ' ')).toBe('1 € TTC apporté par les actes du contrat')
  })
})
