import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ouvrirAuPublic } from '#domaines/comptes/queries.server.ts'
import { lireAttaches } from '../queries/attaches.server.ts'
import { lireVitrine } from '../queries/vitrine.server.ts'
import { creerFiche, retablirFiche, retirerFiche } from './fiche.server.ts'
import { presenterFiche } from './presenter.server.ts'
import { ecrireIntervenants } from './sections.server.ts'

const essai = baseDeTest()
const creer = async (scene: Scene, titre: string, parentId: string | null = null) =>
  reussi(await creerFiche(scene, { titre, parentId })).id
const vitrine = async (scene: Scene) => lireVitrine(scene.db as never, (await ouvrirAuPublic(scene.db, scene.slug))!.perimetre)

describe('R-081 · les actions se montrent au public', () => {
  test('sous le titre et les mots choisis pour lui, avec les structures qui la portent et sans nom de personne', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await creer(scene, 'Consultations avancées de dépistage')
      await creer(scene, 'Coordination interne')
      const intervenants = [{ role: 'pilote', structure: 'CPAM', personne: 'Camille Exemple' }] as const
      reussi(await ecrireIntervenants(scene, { id, intervenants: [...intervenants] }))
      reussi(await presenterFiche(scene, { id, titre: 'Le bus santé', texte: 'Chaque mardi.', montree: true }))
      const [montree, ...autres] = await vitrine(scene)
      expect(montree).toMatchObject({ titre: 'Le bus santé', texte: 'Chaque mardi.', pilotes: ['CPAM'] })
      expect(JSON.stringify(montree)).not.toContain('Camille')
      expect(autres).toEqual([])
    }))

  test('ce qui est écrit sans être montré ne se lit pas du dehors ; ce que l’on cache garde ses mots', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await creer(scene, 'Bus santé')
      reussi(await presenterFiche(scene, { id, texte: 'Chaque mardi.', montree: true }))
      reussi(await presenterFiche(scene, { id, texte: 'Chaque mardi.', montree: false }))
      expect(await vitrine(scene)).toEqual([])
      expect((await lireAttaches(scene.db as never, scene.perimetre, id)).presentation).toEqual({
        titre: null,
        texte: 'Chaque mardi.',
        montree: false
      })
    }))

  test('une action retirée ne se montre plus ; elle revient montrée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await creer(scene, 'Bus santé')
      reussi(await presenterFiche(scene, { id, texte: 'Chaque mardi.', montree: true }))
      reussi(await retirerFiche(scene, { id }))
      expect(await vitrine(scene)).toEqual([])
      reussi(await retablirFiche(scene, { id }))
      expect(await vitrine(scene)).toHaveLength(1)
    }))

  test('rien ne se montre sans un mot, ni une sous-action, ni par qui ne répond pas du territoire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await creer(scene, 'Bus santé')
      const sous = await creer(scene, 'Conduire le bus', id)
      expect(await presenterFiche(scene, { id, texte: '  ', montree: true })).toMatchObject({ raison: 'rien_a_montrer' })
      expect(await presenterFiche(scene, { id: sous, texte: 'Oui', montree: true })).toMatchObject({ raison: 'sous_action' })
      expect(await presenterFiche(scene, { id, texte: 'a'.repeat(1201) })).toMatchObject({ sorte: 'saisie' })
      const acteur = await unMembre(scene, 'contributeur')
      expect(await presenterFiche({ ...scene, acteur }, { id, texte: 'Oui', montree: true })).toMatchObject({ sorte: 'interdit' })
      expect(await vitrine(scene)).toEqual([])
    }))

  test('un territoire ne montre jamais les actions d’un autre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const autre = await unTerritoire(db, { code: '94028' })
      reussi(await presenterFiche(scene, { id: await creer(scene, 'Bus santé'), texte: 'Chaque mardi.', montree: true }))
      expect(await vitrine(autre)).toEqual([])
      expect(await ouvrirAuPublic(db, 'nulle-part')).toBe(null)
    }))
})
