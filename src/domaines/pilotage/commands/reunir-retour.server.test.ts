import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { retablirPersonne, retirerPersonne } from '#domaines/partenaires/commands.server.ts'
import { uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { desContacts, unePersonne } from '#domaines/partenaires/fixtures.server.ts'
import { lirePersonne, personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { annulerGeste } from './annuler.server.ts'
import { reunirPersonnes } from './reunir.server.ts'

const essai = baseDeTest()

test('une personne réunie à une autre ne se rétablit pas à côté d’elle ; annuler la réunion la rend', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const [reste, partie] = [await unePersonne(scene, 'Sam Martin'), await unePersonne(scene, 'Martin Sam')]
    const { geste } = reussi(await reunirPersonnes(scene, { unId: reste, autreId: partie, garde: 'un' }))
    expect(await retablirPersonne(scene, { id: partie })).toMatchObject({ ok: false, sorte: 'introuvable' })
    reussi(await annulerGeste(scene, { geste: geste! }))
    reussi(await retirerPersonne(scene, { id: partie }))
    reussi(await retablirPersonne(scene, { id: partie }))
  }))

test('R-093 · une réunion annulée rend à chacune ses lettres ; refaite, elles vont de nouveau à celle qui reste', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    await desContacts(scene, [
      { nom: 'Sam Martin', courriel: 'sam@a.fr' },
      { nom: 'Martin Sam', courriel: 'martin@b.fr' }
    ])
    const ids = await personnesParNom(db, scene.perimetre, ['Sam Martin', 'Martin Sam'])
    const [reste, partie] = [ids.get('sam martin')!, ids.get('martin sam')!]
    await uneSeanceTenue(scene)
    const sollicitees = async () =>
      Promise.all([reste, partie].map(async (id) => (await lirePersonne(db, scene.perimetre, id))!.sollicitations))
    expect(await sollicitees()).toEqual([1, 1])
    const { geste } = reussi(await reunirPersonnes(scene, { unId: reste, autreId: partie, garde: 'un' }))
    expect(await sollicitees()).toEqual([2, 0])
    const { geste: retour } = reussi(await annulerGeste(scene, { geste }))
    expect(await sollicitees()).toEqual([1, 1])
    reussi(await annulerGeste(scene, { geste: retour }))
    expect(await sollicitees()).toEqual([2, 0])
  }))
