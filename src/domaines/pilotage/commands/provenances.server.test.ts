import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { accueillir } from '#domaines/instances/commands/emargement.server.ts'
import { uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { effacerProvenance, noterProvenance } from '#domaines/partenaires/commands/provenances.server.ts'
import { desContacts, unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { lireProvenanceDe, lireProvenances } from '#domaines/partenaires/queries/provenances.server.ts'
import { reunirPersonnes } from './reunir.server.ts'

const essai = baseDeTest()
const toutes = async ({ db, perimetre }: Scene) =>
  (await lireProvenances(db as Tx, perimetre)).lignes.map(({ nom, sorte, par }) => [nom, sorte, par])
const par = (scene: Scene, personneId: string, qui: string) => noterProvenance(scene, { personneId, sorte: 'personne', par: qui })

describe('R-125 · qui a fait connaître qui', () => {
  test('se note pour une personne ou une structure, se corrige, s’efface ; un nom inconnu entre dans l’annuaire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const ana = await unePersonne(scene, 'Ana Roy')
      const structureId = await uneStructure(scene, 'CPTS')
      reussi(await par(scene, ana, 'Lou Petit'))
      reussi(await noterProvenance(scene, { structureId, sorte: 'personne', par: 'ana roy' }))
      expect(await toutes(scene)).toEqual([
        ['Ana Roy', 'personne', 'Lou Petit'],
        ['CPTS', 'personne', 'Ana Roy']
      ])
      expect(await lireProvenanceDe(db as Tx, scene.perimetre, ana)).toMatchObject({
        sienne: { par: 'Lou Petit' },
        connus: [{ nom: 'CPTS', genre: 'structure' }]
      })
      reussi(
        await noterProvenance(scene, { personneId: ana, sorte: 'forum', par: 'laissé par mégarde', precision: 'Forum 2025' })
      )
      expect(await toutes(scene)).toContainEqual(['Ana Roy', 'forum', null])
      reussi(await effacerProvenance(scene, { personneId: ana }))
      expect(await effacerProvenance(scene, { personneId: ana })).toEqual({ ok: false, sorte: 'introuvable' })
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await par(lecteur, ana, 'Lou Petit')).toEqual({ ok: false, sorte: 'interdit' })
    }))

  test('ne tourne pas en rond', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [ana, lou] = [await unePersonne(scene, 'Ana Roy'), await unePersonne(scene, 'Lou Petit')]
      reussi(await par(scene, ana, 'Lou Petit'))
      expect(await par(scene, lou, 'Ana Roy')).toMatchObject({ raison: 'provenance_en_boucle', champ: 'par' })
      expect(await par(scene, lou, 'Lou Petit')).toMatchObject({ raison: 'par_soi_meme' })
      expect(await noterProvenance(scene, { personneId: lou, sorte: 'personne' })).toMatchObject({ raison: 'par_manque' })
    }))

  test('réunir deux personnes garde qui les a amenées, et ne fait pas de boucle', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [ana, double] = [await unePersonne(scene, 'Ana Roy'), await unePersonne(scene, 'A. Roy')]
      reussi(await par(scene, double, 'Sam Noir'))
      const lou = await unePersonne(scene, 'Lou Petit')
      reussi(await par(scene, lou, 'A. Roy'))
      // merged, Ana would be brought by Lou whom she brought
      reussi(await par(scene, ana, 'Lou Petit'))
      reussi(await reunirPersonnes(scene, { unId: ana, autreId: double, garde: 'un' }))
      expect(await toutes(scene)).toEqual([
        ['Ana Roy', 'personne', 'Sam Noir'],
        ['Lou Petit', 'personne', 'Ana Roy']
      ])
    }))

  test('à l’entrée d’une séance, qui entre dans l’annuaire dit qui l’amène, ou vient de la séance', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [{ nom: 'Zoé Roche', courriel: 'zoe@exemple.fr', structure: 'CPTS' }])
      const id = await uneSeanceTenue(scene, '2026-11-20')
      for (const [nom, amenePar] of [
        ['Ana Roy', 'Zoé Roche'],
        ['Lou Petit', 'CPTS'],
        ['Sam Noir', null],
        ['Max Seul', 'max seul']
      ])
        reussi(await accueillir(scene, { id, nom: nom!, amenePar, garder: true }))
      reussi(await accueillir(scene, { id, nom: 'De Passage', amenePar: 'CPTS' }))
      expect(await toutes(scene)).toEqual([
        ['Ana Roy', 'personne', 'Zoé Roche'],
        ['Lou Petit', 'structure', 'CPTS'],
        ['Max Seul', 'seance', null],
        ['Sam Noir', 'seance', null]
      ])
    }))
})
