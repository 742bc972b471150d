import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { unePersonne } from '../fixtures.server.ts'
import { lireAmbassades } from '../queries/ambassadeurs.server.ts'
import {
  inscrireAmbassadeur,
  modifierAmbassadeur,
  retablirAmbassadeur,
  retirerAccord,
  retirerAmbassadeur
} from './ambassadeurs.server.ts'

const essai = baseDeTest()
const lus = async ({ db, perimetre }: Scene) => (await lireAmbassades(db as Tx, perimetre)).ambassadeurs
const deuxQuartiers = async (scene: Scene) =>
  reussi(
    await ajouterQuartiers(scene, { quartiers: ['Sébille', 'Linandes'].map((nom) => ({ nom, nature: 'quartier' as const })) })
  ).ajoutes as [string, string]
const nour = (quartierId: string) => ({ personne: 'Nour Exemple', quartierId, accordLe: '10/2026', accord: 'oui' as const })

describe('R-034 · les ambassadeurs santé', () => {
  test('sont inscrits avec leur accord et sa date, retrouvés dans l’annuaire ; sans accord, personne ne l’est', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [sebille] = await deuxQuartiers(scene)
      const connue = await unePersonne(scene, 'Nour Exemple')
      expect(await inscrireAmbassadeur(scene, { ...nour(sebille), accord: undefined })).toMatchObject({
        sorte: 'saisie',
        champs: { accord: ['Sans son accord, on n’inscrit personne.'] }
      })
      expect(await inscrireAmbassadeur(scene, { ...nour(sebille), accordLe: '2027' })).toMatchObject({
        raison: 'accord_a_venir',
        champ: 'accordLe'
      })
      expect(await inscrireAmbassadeur(scene, { ...nour(sebille), debut: '2026', fin: '2025' })).toMatchObject({
        champs: { fin: ['La fin est avant le début.'] }
      })
      reussi(await inscrireAmbassadeur(scene, { ...nour(sebille), personne: 'nour  exemple' }))
      expect(await lus(scene)).toMatchObject([{ personneId: connue, quartierId: sebille, accordLe: '2026-10' }])
    }))

  test('une personne l’est une fois par quartier, et peut l’être de plusieurs', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [sebille, linandes] = await deuxQuartiers(scene)
      reussi(await inscrireAmbassadeur(scene, nour(sebille)))
      expect(await inscrireAmbassadeur(scene, nour(sebille))).toMatchObject({ raison: 'ambassadeur_deja', champ: 'quartierId' })
      const { id } = reussi(await inscrireAmbassadeur(scene, nour(linandes)))
      expect(await modifierAmbassadeur(scene, { id, quartierId: sebille, accordLe: '2026' })).toMatchObject({
        raison: 'ambassadeur_deja'
      })
      reussi(await modifierAmbassadeur(scene, { id, quartierId: linandes, accordLe: '2026-09', fin: '2026-10' }))
      expect((await lus(scene)).find((dit) => dit.id === id)).toMatchObject({ fin: '2026-10', accordLe: '2026-09' })
    }))

  test('qui retire son accord n’est plus nommée nulle part, et ne revient que par un nouvel accord', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [sebille, linandes] = await deuxQuartiers(scene)
      const { id } = reussi(await inscrireAmbassadeur(scene, nour(sebille)))
      reussi(await inscrireAmbassadeur(scene, nour(linandes)))
      reussi(await inscrireAmbassadeur(scene, { ...nour(sebille), personne: 'Sam Noir' }))
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await retirerAccord(lecteur, { id })).toEqual({ ok: false, sorte: 'interdit' })
      reussi(await retirerAccord(scene, { id }))
      expect((await lus(scene)).map(({ nom }) => nom)).toEqual(['Sam Noir'])
      expect(await modifierAmbassadeur(scene, { id, quartierId: sebille, accordLe: '2026' })).toEqual({
        ok: false,
        sorte: 'introuvable'
      })
      reussi(await inscrireAmbassadeur(scene, nour(sebille)))
      expect(await lus(scene)).toHaveLength(2)
    }))

  test('noté par erreur, se retire et revient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [sebille] = await deuxQuartiers(scene)
      const { id } = reussi(await inscrireAmbassadeur(scene, nour(sebille)))
      reussi(await retirerAmbassadeur(scene, { id }))
      expect(await lus(scene)).toEqual([])
      reussi(await retablirAmbassadeur(scene, { id }))
      expect(await lus(scene)).toHaveLength(1)
    }))
})
