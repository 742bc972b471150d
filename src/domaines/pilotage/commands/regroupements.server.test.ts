import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import {
  modifierRegroupement,
  noterRegroupement,
  retablirRegroupement,
  retirerRegroupement
} from '#domaines/partenaires/commands/regroupements.server.ts'
import { decrireRessource, effacerRessource } from '#domaines/partenaires/commands/ressources.server.ts'
import { uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { lirePartenariat } from '#domaines/partenaires/queries/partenariat.server.ts'
import { listerRessources } from '#domaines/partenaires/queries/ressources.server.ts'
import { lireReseau } from '../queries/reseau.server.ts'
import { annulerGeste } from './annuler.server.ts'
import { reunirStructures } from './reunir.server.ts'

const essai = baseDeTest()
const lire = ({ db, perimetre }: Scene, id: string) => lirePartenariat(db as Tx, perimetre, id)
const places = async (scene: Scene, id: string) =>
  (await lire(scene, id)).regroupements.map(({ regroupe, autre, role, fin }) => [regroupe, autre, role, fin])
const regrouper = (scene: Scene, structureId: string, autre: string, reste: Record<string, unknown> = {}) =>
  noterRegroupement(scene, { structureId, autre, sens: 'regroupe', role: 'membre', ...reste })

describe('R-114 · une structure en regroupe plusieurs', () => {
  test('cela se lit des deux pages, se corrige, se retire et revient ; ce n’est pas un lien du réseau', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [espace, ville] = [await uneStructure(scene, 'Espace Santé'), await uneStructure(scene, 'Ville')]
      const { id } = reussi(await regrouper(scene, espace, 'ville', { role: 'fondateur', debut: '2023' }))
      reussi(await regrouper(scene, espace, 'GHT NOVO'))
      expect(await places(scene, espace)).toEqual([
        [true, 'GHT NOVO', 'membre', null],
        [true, 'Ville', 'fondateur', null]
      ])
      expect(await places(scene, ville)).toEqual([[false, 'Espace Santé', 'fondateur', null]])
      expect((await lireReseau(db as Tx, scene.perimetre, '2026-11-22')).faits).toEqual([])
      reussi(await modifierRegroupement(scene, { id, role: 'gestionnaire', debut: '2023', fin: '2025' }))
      expect(await places(scene, ville)).toEqual([[false, 'Espace Santé', 'gestionnaire', '2025']])
      expect(await modifierRegroupement(scene, { id, role: 'membre', debut: '2025', fin: '2023' })).toMatchObject({
        sorte: 'saisie'
      })
      reussi(await retirerRegroupement(scene, { id }))
      expect(await places(scene, ville)).toEqual([])
      reussi(await retablirRegroupement(scene, { id }))
      expect(await places(scene, ville)).toHaveLength(1)
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await regrouper(lecteur, espace, 'CAF')).toEqual({ ok: false, sorte: 'interdit' })
    }))

  test('réunies par une troisième qui les sépare, deux structures ne tournent pas en rond', () =>
    essai.annule(async (db) => {
      for (const garde of ['un', 'autre'] as const) {
        const scene = await unTerritoire(db, { code: garde === 'un' ? '95127' : '94028' })
        const [haut, milieu, bas] = [
          await uneStructure(scene, 'Fédération'),
          await uneStructure(scene, 'CPTS'),
          await uneStructure(scene, 'Fédération (bis)')
        ]
        reussi(await regrouper(scene, haut, 'CPTS'))
        reussi(await regrouper(scene, milieu, 'Fédération (bis)'))
        const { id, geste } = reussi(await reunirStructures(scene, { unId: haut, autreId: bas, garde }))
        expect(await places(scene, id)).toHaveLength(1)
        reussi(await annulerGeste(scene, { geste }))
        expect([await places(scene, haut), await places(scene, milieu), await places(scene, bas)].map((l) => l.length)).toEqual([
          1, 2, 1
        ])
      }
    }))

  test('jamais en rond, et ce qui tournerait en rond ne revient pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [espace, ville] = [await uneStructure(scene, 'Espace Santé'), await uneStructure(scene, 'Ville')]
      const { id } = reussi(await regrouper(scene, espace, 'Ville'))
      expect(await regrouper(scene, espace, 'Ville')).toMatchObject({ raison: 'regroupement_deja', champ: 'autre' })
      expect(await regrouper(scene, espace, 'espace santé')).toMatchObject({ raison: 'regroupement_de_soi' })
      expect(await regrouper(scene, ville, 'Espace Santé')).toMatchObject({ raison: 'regroupement_en_boucle' })
      expect(await regrouper(scene, espace, 'Ville', { sens: 'membre_de' })).toMatchObject({ raison: 'regroupement_en_boucle' })
      reussi(await retirerRegroupement(scene, { id }))
      reussi(await regrouper(scene, ville, 'Espace Santé'))
      expect(await retablirRegroupement(scene, { id })).toEqual({ ok: false, sorte: 'introuvable' })
    }))

  test('deux structures réunies n’ont qu’une place dans un ensemble, et aucune en elles-mêmes', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [unId, autreId] = [await uneStructure(scene, 'CPTS'), await uneStructure(scene, 'La CPTS')]
      const espace = await uneStructure(scene, 'Espace Santé')
      for (const membre of ['CPTS', 'La CPTS']) reussi(await regrouper(scene, espace, membre))
      reussi(await regrouper(scene, unId, 'La CPTS'))
      for (const structureId of [unId, autreId]) reussi(await decrireRessource(scene, { structureId, offres: ['outils'] }))
      reussi(await reunirStructures(scene, { unId, autreId, garde: 'un' }))
      expect(await places(scene, unId)).toEqual([[false, 'Espace Santé', 'membre', null]])
      expect(await listerRessources(db as Tx, scene.perimetre)).toHaveLength(1)
    }))
})

describe('R-156 · les organismes ressources', () => {
  test('une structure dit ce qu’elle apporte, se corrige, et cesse d’en être une', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const structureId = await uneStructure(scene, 'Résoco')
      const dire = (reste: Record<string, unknown>) => decrireRessource(scene, { structureId, offres: ['ateliers'], ...reste })
      expect(await dire({ offres: [] })).toMatchObject({ champs: { offres: ['Dites au moins une chose qu’elle apporte.'] } })
      expect(await dire({ url: 'pas une adresse' })).toMatchObject({
        champs: { url: ['Cette adresse internet n’est pas complète.'] }
      })
      expect(await dire({ url: 'javascript:alert(1)' })).toMatchObject({ sorte: 'saisie' })
      reussi(await dire({ url: 'resoco.example.org', pourQui: 'coordinateurs' }))
      reussi(await dire({ offres: ['outils', 'formation'], url: 'https://resoco.example.org/' }))
      expect(await listerRessources(db as Tx, scene.perimetre)).toMatchObject([
        { nom: 'Résoco', offres: ['formation', 'outils'], url: 'https://resoco.example.org/', pourQui: null }
      ])
      expect((await lire(scene, structureId)).ressource).toMatchObject({ offres: ['formation', 'outils'] })
      reussi(await effacerRessource(scene, { structureId }))
      expect(await listerRessources(db as Tx, scene.perimetre)).toEqual([])
      expect(await effacerRessource(scene, { structureId })).toEqual({ ok: false, sorte: 'introuvable' })
    }))
})
