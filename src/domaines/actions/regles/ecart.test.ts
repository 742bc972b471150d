import { describe, expect, test } from 'vitest'
import type { FicheBudget, LigneBudget } from './budget.ts'
import { direLEcart, direReste, ecartDuBudget, titreDeLEcart, trouveDe } from './ecart.ts'

const euros = (montant: number) => montant * 100
const ht = (montant: number) => ({ ht: euros(montant), ttc: 0 })
const argent = (financeur: string, montant: number, reste: Partial<LigneBudget> = {}): LigneBudget => ({
  financeur,
  annee: 2026,
  montant: euros(montant),
  etat: 'accorde',
  taxe: 'ht',
  ...reste
})
const fiche = (id: string, previsionnel: number | null, financements: LigneBudget[] = [], parentId: string | null = null) =>
  ({
    id,
    parentId,
    titre: id,
    axeId: 'a',
    auContrat: true,
    previsionnel: previsionnel === null ? null : euros(previsionnel),
    previsionnelTaxe: 'ht',
    financements,
    fractions: []
  }) satisfies FicheBudget

describe('ce qui est trouvé', () => {
  test('est accordé, versé ou consommé ; ce qui est prévu ou demandé ne l’est pas', () => {
    const lignes = (['prevu', 'demande', 'accorde', 'verse', 'consomme'] as const).map((etat, rang) =>
      argent(`financeur ${rang}`, 10, { etat })
    )
    expect(trouveDe(lignes)).toEqual({ ht: euros(30), ttc: 0 })
  })

  test('la même somme, accordée puis versée puis consommée, ne compte qu’une fois', () => {
    const etapes = [argent('ARS', 12), argent('ARS', 10, { etat: 'verse' }), argent('ARS', 12, { etat: 'consomme' })]
    expect(trouveDe(etapes)).toEqual({ ht: euros(12), ttc: 0 })
    // another year is another sum, another funder too
    expect(trouveDe([...etapes, argent('ARS', 5, { annee: 2027 }), argent('Ville', 1)]).ht).toBe(euros(18))
  })

  test('le hors taxes et le toutes taxes comprises ne s’ajoutent pas', () => {
    expect(trouveDe([argent('ARS', 10), argent('ARS', 12, { taxe: 'ttc' })])).toEqual({ ht: euros(10), ttc: euros(12) })
  })
})

describe('ce qui reste à trouver', () => {
  test('est ce que la fiche annonce, moins ce qui est trouvé', () => {
    const ecart = ecartDuBudget([fiche('1', 100, [argent('ARS', 30), argent('Ville', 50, { etat: 'demande' })])])
    expect(ecart).toMatchObject({ annoncent: 1, previsionnel: ht(100), reste: ht(70), depasse: ht(0) })
    expect(titreDeLEcart(ecart)).toBe('70\u00a0€ à trouver sur 100\u00a0€ annoncés')
    expect(direReste(ecart)).toBe('70\u00a0€')
  })

  test('n’est jamais négatif : ce qui est de trop se dit « dépasse »', () => {
    const ecart = ecartDuBudget([fiche('1', 10, [argent('ARS', 14)])])
    expect(ecart).toMatchObject({ reste: ht(0), depasse: ht(4) })
    expect(direReste(ecart)).toBe('dépasse de 4\u00a0€')
    expect(titreDeLEcart(ecart)).toBe('Les 10\u00a0€ annoncés sont trouvés, et 4\u00a0€ les dépassent')
  })

  test('ce qu’une action a de trop, ou sans l’avoir annoncé, ne paie pas une autre', () => {
    const ecart = ecartDuBudget([fiche('1', 10, [argent('ARS', 14)]), fiche('2', 20), fiche('3', null, [argent('Ville', 9)])])
    expect(ecart).toMatchObject({
      annoncent: 2,
      previsionnel: ht(30),
      reste: ht(20),
      depasse: ht(4),
      horsAnnonce: ht(9)
    })
    expect(direLEcart(ecart)).toBe(
      '2 fiches annoncent 30\u00a0€ hors taxes de budget prévisionnel\u202f; 23\u00a0€ sont trouvés (accordés, versés ou consommés), dont 9\u00a0€ pour des actions qui n’annoncent pas de budget et 4\u00a0€ au-delà de ce qu’annonce leur action\u202f; il reste 20\u00a0€ à trouver.'
    )
    expect(direReste(ecart)).toBe('20\u00a0€\u202f; ailleurs, dépasse de 4\u00a0€')
  })

  test('une action compte avec ses sous-actions : elle annonce ce qu’elle dit, sinon ce qu’elles disent', () => {
    expect(ecartDuBudget([fiche('1', 100), fiche('s', 40, [argent('ARS', 40)], '1')])).toMatchObject({
      annoncent: 1,
      previsionnel: ht(100),
      reste: ht(60)
    })
    const sous = [fiche('s', 40, [argent('ARS', 40)], '1'), fiche('t', 5, [], '1')]
    expect(ecartDuBudget([fiche('1', null), ...sous])).toMatchObject({ annoncent: 1, previsionnel: ht(45), reste: ht(5) })
    expect(ecartDuBudget(sous)).toMatchObject({ previsionnel: ht(45) })
  })

  test('des montants toutes taxes comprises ne se retranchent pas d’un budget hors taxes, et la phrase le dit', () => {
    const ecart = ecartDuBudget([fiche('1', 100, [argent('ARS', 30, { taxe: 'ttc' })])])
    expect(ecart.reste).toEqual(ht(100))
    expect(direLEcart(ecart)).toBe(
      'Une fiche annonce 100\u00a0€ hors taxes de budget prévisionnel\u202f; rien n’est encore accordé, versé ni consommé hors taxes\u202f; il reste 100\u00a0€ à trouver. 30\u00a0€ TTC trouvés n’en sont pas retranchés.'
    )
  })

  test('personne n’annonce rien : il n’y a rien à en dire', () => {
    expect(direReste(ecartDuBudget([fiche('1', null, [argent('ARS', 30)])]))).toBe('–')
    expect(titreDeLEcart(ecartDuBudget([fiche('1', 30, [argent('ARS', 30)])]))).toBe('Les 30\u00a0€ annoncés sont trouvés')
  })

  test('R-079 · un budget annoncé toutes taxes comprises ne se compare qu’à des montants TTC', () => {
    const ttc = (id: string, annonce: number, financements: LigneBudget[]): FicheBudget => ({
      ...fiche(id, annonce, financements),
      previsionnelTaxe: 'ttc'
    })
    const ecart = ecartDuBudget([
      ttc('1', 120, [argent('ARS', 50, { taxe: 'ttc' }), argent('Ville', 9)]),
      fiche('2', 100, [argent('ARS', 30)])
    ])
    expect(ecart).toMatchObject({
      annoncent: 2,
      previsionnel: { ht: euros(100), ttc: euros(120) },
      reste: { ht: euros(70), ttc: euros(70) },
      autreTaxe: ht(9)
    })
    expect(titreDeLEcart(ecart)).toBe('70\u00a0€ HT et 70\u00a0€ TTC à trouver sur 100\u00a0€ HT et 120\u00a0€ TTC annoncés')
    expect(direLEcart(ecart)).toBe(
      '2 fiches annoncent 100\u00a0€ HT et 120\u00a0€ TTC de budget prévisionnel\u202f; 39\u00a0€ HT et 50\u00a0€ TTC sont trouvés (accordés, versés ou consommés)\u202f; il reste 70\u00a0€ HT et 70\u00a0€ TTC à trouver. 9\u00a0€ trouvés n’en sont pas retranchés.'
    )
    expect(direReste(ecartDuBudget([ttc('3', 5, [argent('ARS', 9, { taxe: 'ttc' })])]))).toBe('dépasse de 4\u00a0€ TTC')
  })
})
