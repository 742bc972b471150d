import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { noterNouvelle } from '#domaines/actions/commands/nouvelles.server.ts'
import { accueillir } from '#domaines/instances/commands/emargement.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { confierTache } from '#domaines/instances/commands/taches.server.ts'
import { uneInstance, uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { changerDeStructure } from '#domaines/partenaires/commands/changer.server.ts'
import { desContacts, unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { listerPassations, lirePassation } from '#domaines/partenaires/queries/passations.server.ts'
import {
  ecrirePassation,
  reprendrePassation,
  retablirPassation,
  retirerPassation,
  rouvrirPassation
} from '../commands/passation.server.ts'
import { reunirPersonnes } from '../commands/reunir.server.ts'
import { appuisUniques } from '../regles/appuis.ts'
import { lireAppuis, lireDeparts } from './appuis.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
const uniques = async ({ db, perimetre }: Scene, jour = JOUR) => appuisUniques(await lireAppuis(db as Tx, perimetre, jour))

/** A meeting needs someone to invite. */
const quelquUn = (scene: Scene) => desContacts(scene, [{ nom: 'Zoé Roche', courriel: 'zoe@exemple.fr' }])

/** Ana alone holds what the CPTS does: she came, sits, is named on an action; Lou is known there too. */
async function uneCpts(scene: Scene) {
  const structureId = await uneStructure(scene, 'CPTS')
  const ana = await unePersonne(scene, 'Ana Roy', structureId)
  await quelquUn(scene)
  const instanceId = await uneInstance(scene)
  reussi(
    await composerInstance(scene, {
      id: instanceId,
      sieges: [
        { role: 'presidence', structure: 'CPTS', personne: 'Ana Roy' },
        { role: 'membre', structure: 'CAF' }
      ]
    })
  )
  const seance = await uneSeanceTenue(scene, '2026-11-20', { instanceId })
  reussi(await accueillir(scene, { id: seance, nom: 'Ana Roy', structure: 'CPTS' }))
  const fiche = reussi(await creerFiche(scene, { titre: 'Bus santé' })).id
  reussi(
    await ecrireIntervenants(scene, {
      id: fiche,
      intervenants: [{ role: 'personne_pilote', structure: 'CPTS', personne: 'Ana Roy' }]
    })
  )
  return { structureId, ana, instanceId, seance, fiche }
}

describe('R-101 · ce qui tient à une seule personne, lu dans les faits', () => {
  test('une structure, une action et une instance que la même personne tient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { structureId, ana, fiche, instanceId } = await uneCpts(scene)
      await unePersonne(scene, 'Lou Petit', structureId)
      const lus = await uniques(scene)
      expect(lus.map(({ nature, id, personneId }) => [nature, id, personneId]).toSorted()).toEqual([
        ['action', fiche, ana],
        ['instance', instanceId, ana],
        ['structure', structureId, ana]
      ])
      expect(lus.find(({ nature }) => nature === 'structure')).toMatchObject({
        lien: { venues: 1, sieges: ['Groupe accès aux soins'], actions: ['Bus santé'] },
        autres: 1,
        engagements: 2
      })
    }))

  test('plus rien quand une seconde personne est nommée, vient, ou donne des nouvelles', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { structureId, instanceId, seance, fiche } = await uneCpts(scene)
      await unePersonne(scene, 'Lou Petit', structureId)
      reussi(await accueillir(scene, { id: seance, nom: 'Lou Petit', structure: 'CPTS' }))
      reussi(
        await composerInstance(scene, {
          id: instanceId,
          sieges: [
            { role: 'presidence', personne: 'Ana Roy' },
            { role: 'copilote', structure: 'CAF' }
          ]
        })
      )
      await unePersonne(scene, scene.acteur.nom)
      reussi(await noterNouvelle(scene, { ficheId: fiche, date: '2026-11-01', texte: 'En route.' }))
      expect(await uniques(scene)).toEqual([])
    }))

  test('une action finie, une instance retirée et une séance d’il y a trois ans ne comptent pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const structureId = await uneStructure(scene, 'CPTS')
      await unePersonne(scene, 'Ana Roy', structureId)
      await quelquUn(scene)
      const seance = await uneSeanceTenue(scene, '2023-11-20')
      reussi(await accueillir(scene, { id: seance, nom: 'Ana Roy', structure: 'CPTS' }))
      expect(await uniques(scene)).toEqual([])
    }))

  test('un autre territoire ne voit rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await uneCpts(scene)
      expect(await uniques(await unTerritoire(db, { code: '94028' }))).toEqual([])
    }))
})

describe('R-101 · la note de passation', () => {
  test('un départ nomme ce qui reste à reprendre, jusqu’à ce qu’on dise que tout l’est', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { structureId, ana, seance, fiche, instanceId } = await uneCpts(scene)
      reussi(await confierTache(scene, { id: seance, texte: 'Envoyer la liste', personne: 'Ana Roy' }))
      const departs = () => lireDeparts(db as Tx, scene.perimetre, JOUR)
      expect(await departs()).toEqual([])
      reussi(await changerDeStructure(scene, { personneId: ana, structure: 'ARS', date: '2026-11-21' }))
      const [depart] = await departs()
      expect(depart).toMatchObject({ personneId: ana, structureId, fin: '2026-11-20', taches: 1, restent: 0, note: false })
      expect(depart!.actions.map(({ id }) => id)).toEqual([fiche])
      expect(depart!.instances.map(({ id }) => id)).toEqual([instanceId])
      const de = { personneId: ana, structureId }
      reussi(await ecrirePassation(scene, { ...de, texte: 'Le dossier est au secrétariat.' }))
      expect(await departs()).toMatchObject([{ note: true, reprise: false }])
      reussi(await reprendrePassation(scene, de))
      expect(await departs()).toMatchObject([{ note: true, reprise: true }])
      expect(await reprendrePassation(scene, de)).toEqual({ ok: false, sorte: 'introuvable' })
      reussi(await rouvrirPassation(scene, de))
      expect(await departs()).toMatchObject([{ reprise: false }])
      // half a year later it is recalled no more
      expect(await lireDeparts(db as Tx, scene.perimetre, '2027-06-01')).toEqual([])
    }))

  test('elle garde les faits du jour où elle est écrite, et ne les relit que si on le demande', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { structureId, ana, fiche } = await uneCpts(scene)
      const de = { personneId: ana, structureId }
      const lire = async () => (await lirePassation(db as Tx, scene.perimetre, ana, structureId))!.note!
      reussi(await ecrirePassation(scene, de))
      const actions = async () => (await lire()).releve.rubriques.find(({ titre }) => titre === 'Actions')?.lignes
      expect(await actions()).toEqual([
        { texte: 'Bus santé', precision: 'personne pilote · personne d’autre n’y est nommé', href: `/actions/${fiche}` }
      ])
      reussi(await ecrireIntervenants(scene, { id: fiche, intervenants: [] }))
      reussi(await ecrirePassation(scene, { ...de, texte: 'Voir avec la CAF.' }))
      expect(await lire()).toMatchObject({ texte: 'Voir avec la CAF.' })
      expect(await actions()).toHaveLength(1)
      reussi(await ecrirePassation(scene, { ...de, relire: true }))
      expect(await actions()).toBeUndefined()
    }))

  test('se retire et revient, pas en double ; un lecteur n’en écrit pas, et nul n’en écrit là où la personne n’a jamais été', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { structureId, ana } = await uneCpts(scene)
      const de = { personneId: ana, structureId }
      const notes = () => listerPassations(db as Tx, scene.perimetre, { sorte: 'structure', id: structureId })
      reussi(await ecrirePassation(scene, de))
      const { id } = (await notes())[0]!
      reussi(await retirerPassation(scene, { id }))
      expect(await notes()).toEqual([])
      reussi(await ecrirePassation(scene, de))
      expect(await retablirPassation(scene, { id })).toEqual({ ok: false, sorte: 'introuvable' })
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await ecrirePassation(lecteur, de)).toEqual({ ok: false, sorte: 'interdit' })
      const ailleurs = await uneStructure(scene, 'Ailleurs')
      expect(await ecrirePassation(scene, { ...de, structureId: ailleurs })).toEqual({ ok: false, sorte: 'introuvable' })
    }))

  test('deux personnes réunies n’ont qu’une note par structure', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { structureId, ana } = await uneCpts(scene)
      const autre = await unePersonne(scene, 'A. Roy', structureId)
      for (const personneId of [ana, autre]) reussi(await ecrirePassation(scene, { personneId, structureId }))
      reussi(await reunirPersonnes(scene, { unId: ana, autreId: autre, garde: 'un' }))
      const notes = await listerPassations(db as Tx, scene.perimetre, { sorte: 'structure', id: structureId })
      expect(notes.map(({ personneId }) => personneId)).toEqual([ana])
    }))
})
