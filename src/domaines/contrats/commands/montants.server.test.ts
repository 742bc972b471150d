import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import { histoireDe, ouvrirContrat } from '../fixtures.server.ts'
import { listerActes } from '../queries.server.ts'
import { ajouterActe, modifierActe } from './actes.server.ts'

const essai = baseDeTest()
const avenant = (contratId: string, reste: object = {}) => ({
  contratId,
  nature: 'avenant',
  reference: 'avenant n° 1',
  date: '2024',
  montants: [
    { financeur: 'ARS Île-de-France', annee: '2024', montant: '45 000', taxe: 'ht' },
    { financeur: 'Ville de Cergy', annee: '2025', montant: '12 500,50', taxe: 'ttc', precision: 'part de la ville' },
    { financeur: '', annee: '', montant: '', taxe: 'ht', precision: '' }
  ],
  ...reste
})
const montantsDe = async (scene: Scene, contratId: string) =>
  (await listerActes(scene.db as never, scene.perimetre, contratId)).map(({ montants }) =>
    montants.map(({ financeurId, ...reste }) => ({ ...reste, connu: financeurId !== null }))
  )
const DEUX = [
  { financeur: 'ARS Île-de-France', annee: 2024, montant: 4_500_000, taxe: 'ht', precision: null, connu: true },
  { financeur: 'Ville de Cergy', annee: 2025, montant: 1_250_050, taxe: 'ttc', precision: 'part de la ville', connu: true }
]

describe('R-012 · les montants d’un acte', () => {
  test('une ligne par année et par financeur, hors taxes ou non, dans leur ordre ; une ligne vide n’est rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      reussi(await ajouterActe(scene, avenant(contratId)))
      expect(await montantsDe(scene, contratId)).toEqual([DEUX])
      const noms = (await listerStructures(db, scene.perimetre)).map(({ nom }) => nom)
      expect(noms, 'un financeur inconnu entre à l’annuaire').toContain('ARS Île-de-France')
    }))

  test('corriger les remplace ; ne rien en dire les laisse ; l’historique du contrat le raconte', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const { id } = reussi(await ajouterActe(scene, avenant(contratId)))
      const { montants: _, contratId: _ici, ...sans } = avenant(contratId)
      reussi(await modifierActe(scene, { ...sans, id, objet: 'Prolonge.' }))
      expect(await montantsDe(scene, contratId)).toEqual([DEUX])
      reussi(await modifierActe(scene, { ...sans, id, montants: [{ montant: '300' }] }))
      expect(await montantsDe(scene, contratId)).toEqual([
        [{ financeur: null, annee: null, montant: 30_000, taxe: 'ht', precision: null, connu: false }]
      ])
      reussi(await modifierActe(scene, { ...sans, id, montants: [] }))
      expect(await montantsDe(scene, contratId)).toEqual([[]])
      const dit = (await histoireDe(scene, contratId)).filter((ligne) => ligne.includes('actes_montants'))
      expect(dit.filter((ligne) => ligne.startsWith('acte.ajouter'))).toHaveLength(2)
      expect(dit.filter((ligne) => ligne.startsWith('acte.modifier'))).toHaveLength(4)
    }))

  test.each([
    [{ financeur: 'ARS', montant: '' }, 'montants.0.montant', /Écrivez un montant en euros/],
    [{ financeur: 'ARS', montant: 'beaucoup' }, 'montants.0.montant', /Écrivez un montant en euros/],
    [{ financeur: 'ARS', montant: '-5' }, 'montants.0.montant', /pas négatif/],
    [{ montant: '5', annee: '24' }, 'montants.0.annee', /l’année en entier/],
    [{ montant: '5', taxe: 'tva' }, 'montants.0.taxe', /hors taxes ou toutes taxes/]
  ])('%j se refuse, à sa place, et rien n’est écrit', (ligne, champ, phrase) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const refus = await ajouterActe(scene, avenant(contratId, { montants: [ligne] }))
      expect(refus).toMatchObject({ sorte: 'saisie' })
      expect((refus as unknown as { champs: Record<string, string[]> }).champs[champ]?.join(' ')).toMatch(phrase)
      expect(await montantsDe(scene, contratId)).toEqual([])
    })
  )
})
