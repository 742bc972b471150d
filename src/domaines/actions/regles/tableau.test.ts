import { describe, expect, test } from 'vitest'
import { COLONNES, COLONNES_PAR_DEFAUT } from '../schema/portefeuille.ts'
import { groupesDuTableau, type LigneFiche } from './tableau.ts'

const fiche = (dit: Partial<LigneFiche> = {}): LigneFiche => ({
  id: 'f1',
  numero: null,
  titre: 'Dépister',
  axeId: null,
  auContrat: false,
  nature: null,
  statut: null,
  priorite: null,
  debut: null,
  fin: null,
  pilotes: [],
  publics: [],
  thematiques: [],
  types: [],
  referents: [],
  quartiers: [],
  horsQpv: null,
  budgetPrevisionnel: null,
  budgetTaxe: 'ht',
  modifieLe: '2026-09-01T08:00:00.000+00:00',
  derniereNouvelle: null,
  sousActions: 0,
  exemple: false,
  dansLeGroupe: 1,
  ...dit
})
const AXES = [{ id: 'a1', numero: '1', intitule: 'Prévenir', niveau: 'Axe' }]
const vu = {
  grouper: 'axe',
  colonnes: COLONNES_PAR_DEFAUT,
  axes: AXES,
  contrat: { intitule: 'CLS 2026' },
  jour: '2026-09-10'
} as const
const ligne = (dit: Partial<LigneFiche>, colonnes: typeof vu.colonnes = COLONNES_PAR_DEFAUT) =>
  groupesDuTableau([fiche(dit)], { ...vu, colonnes })[0]!.lignes[0]

describe('ce qu’une ligne emporte', () => {
  test('rien de ce qui est vide', () => expect(ligne({})).toEqual({ id: 'f1', titre: 'Dépister' }))
  test('rien des colonnes que le tableau ne montre pas', () => {
    const dit: Partial<LigneFiche> = { priorite: 'eleve', thematiques: ['nutrition'], referents: ['Mme Diallo'], debut: '2025' }
    expect(ligne(dit)).toEqual({ id: 'f1', titre: 'Dépister' })
    expect(ligne(dit, COLONNES)).toMatchObject(dit)
  })
  test('un budget de zéro euro est dit : ce n’est pas un budget inconnu', () =>
    expect(ligne({ budgetPrevisionnel: 0 })).toMatchObject({ budgetPrevisionnel: 0 }))
  test('trois publics se disent sous le titre, tous dans leur colonne', () => {
    const publics = ['Jeunes', 'Parents', 'Seniors', 'Habitants']
    expect(ligne({ publics })).toMatchObject({ publics: publics.slice(0, 3) })
    expect(ligne({ publics }, ['publics'])).toMatchObject({ publics })
  })
  test('les jours d’échéance passée et de silence vont avec le statut', () => {
    const dit = { statut: 'en_cours', fin: '2026-09-01', derniereNouvelle: '2026-01-10' } as const
    expect(ligne(dit)).toMatchObject({ statut: 'en_cours', retard: 9, silence: 243 })
    expect(ligne(dit, ['fin'])).toEqual({ id: 'f1', titre: 'Dépister', fin: '2026-09-01' })
  })
})

describe('les groupes', () => {
  const noms = (dits: Partial<LigneFiche>[], autrement: Partial<Parameters<typeof groupesDuTableau>[1]> = {}) =>
    groupesDuTableau(dits.map(fiche), { ...vu, ...autrement }).map(({ nom, nombre, lignes }) => [nom, nombre, lignes.length])

  test('une page peut s’arrêter au milieu d’un groupe, qui dit combien il en a en tout', () =>
    expect(
      noms([
        { axeId: 'a1', dansLeGroupe: 7 },
        { axeId: 'a1', dansLeGroupe: 7 }
      ])
    ).toEqual([['Axe 1 · Prévenir', 7, 2]]))
  test('une action du contrat sans axe et une action hors contrat ne se confondent pas', () =>
    expect(noms([{ auContrat: true }, {}])).toEqual([
      ['CLS 2026, sans axe', 1, 1],
      ['Hors contrat', 1, 1]
    ]))
  test('sans contrat, il n’y a que des actions', () => expect(noms([{}], { contrat: null })).toEqual([['Actions', 1, 1]]))
  test('par statut et par pilote, ce qui manque se dit', () => {
    expect(noms([{ statut: 'realise' }, {}], { grouper: 'statut' })).toEqual([
      ['Réalisé', 1, 1],
      ['Statut non précisé', 1, 1]
    ])
    expect(noms([{ pilotes: ['CCAS', 'ARS'] }, {}], { grouper: 'pilote' })).toEqual([
      ['CCAS', 1, 1],
      ['Sans pilote', 1, 1]
    ])
  })
  test('sans regroupement, un seul groupe qui n’a pas de nom', () =>
    expect(noms([{ axeId: 'a1' }, {}], { grouper: 'aucun' })).toEqual([['', 1, 2]]))

  test('R-026 · la raison de ne nommer aucun quartier prioritaire se voit, même sans la colonne des quartiers quand on cherche ces actions', () => {
    const raison = 'Toute la ville.'
    expect(ligne({ horsQpv: raison })).toMatchObject({ horsQpv: raison })
    expect(ligne({ horsQpv: raison }, ['numero'])).not.toHaveProperty('horsQpv')
    const [groupe] = groupesDuTableau([fiche({ horsQpv: raison })], { ...vu, colonnes: ['numero'], sansQpv: true })
    expect(groupe!.lignes[0]).toMatchObject({ horsQpv: raison })
  })
})
