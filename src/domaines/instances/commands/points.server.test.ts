import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { noterNouvelle } from '#domaines/actions/commands/nouvelles.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { actionsASuivre, lireSeance, tourDesPresentations } from '../queries/ordre-du-jour.server.ts'
import { composerOrdreDuJour } from './points.server.ts'
import { annulerSeance, prevoirSeance } from './seances.server.ts'

const essai = baseDeTest()
type Scene = Awaited<ReturnType<typeof unTerritoire>>
const uneSeance = async (scene: Scene, instanceId: string, jour: string) =>
  reussi(await prevoirSeance(scene, { instanceId, jour, heure: '14 h', duree: '2 h' })).id

describe('R-119 · l’ordre du jour d’une séance', () => {
  test('s’écrit en une fois, dans l’ordre, et se lit avec la structure et la façon de travailler', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneSeance(scene, await uneInstance(scene), '2026-12-09')
      const points = [
        { temps: 'suivi', intitule: 'Des nouvelles', minutes: '30' },
        { temps: 'presentation', structure: 'Maison Prévention Santé', minutes: '20 minutes' },
        {
          temps: 'thematique',
          intitule: 'Le parcours d’Amina',
          minutes: '1 h 10',
          technique: 'jeu_de_role',
          detail: 'Par tables de six.'
        }
      ]
      reussi(await composerOrdreDuJour(scene, { id, points }))
      expect((await lireSeance(db, scene.perimetre, id))?.points).toMatchObject([
        { temps: 'suivi', intitule: 'Des nouvelles', minutes: 30, structure: null },
        { temps: 'presentation', intitule: 'Maison Prévention Santé', structure: 'Maison Prévention Santé', minutes: 20 },
        { temps: 'thematique', minutes: 70, technique: 'jeu_de_role', detail: 'Par tables de six.' }
      ])
      reussi(await composerOrdreDuJour(scene, { id, points: points.slice(2) }))
      expect((await lireSeance(db, scene.perimetre, id))?.points).toHaveLength(1)
    }))

  test('refuse un point qui ne dit rien, et une durée qui ne se lit pas, sans rien écrire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneSeance(scene, await uneInstance(scene), '2026-12-09')
      expect(await composerOrdreDuJour(scene, { id, points: [{ temps: 'suivi', minutes: 'vingt' }] })).toMatchObject({
        champs: { 'points.0.minutes': ['Écrivez la durée comme 20 minutes ou 1 h 30.'] }
      })
      expect(await composerOrdreDuJour(scene, { id, points: [{ temps: 'suivi', minutes: '20' }] })).toMatchObject({
        champs: { 'points.0.intitule': [expect.stringContaining('Dites ce que l’on fait')] }
      })
      expect((await lireSeance(db, scene.perimetre, id))?.points).toEqual([])
    }))

  test('le suivi se remplit des nouvelles des actions de l’axe, celles qui parlent d’abord', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const [axeId, autre] = (await desAxes(scene, contratId, ['Accès aux soins', 'Nutrition'])) as [string, string]
      const fiche = async (titre: string, axe: string) => reussi(await creerFiche(scene, { titre, contratId, axeId: axe })).id
      const muette = await fiche('Bus santé', axeId)
      const parle = await fiche('Permanences d’accès aux droits', axeId)
      await fiche('Jardins', autre)
      reussi(await noterNouvelle(scene, { ficheId: parle, date: '2026-10-02', texte: 'Deux permanences ouvertes.' }))
      reussi(await noterNouvelle(scene, { ficheId: parle, date: '2025-10-02', texte: 'Trop ancienne.' }))
      expect(await actionsASuivre(db, scene.perimetre, axeId, '2026-06-16')).toMatchObject([
        { id: parle, nouvelles: [{ date: '2026-10-02', texte: 'Deux permanences ouvertes.' }] },
        { id: muette, nouvelles: [] }
      ])
    }))
})

test('R-095 · on sait quelle structure s’est présentée, laquelle va le faire, laquelle jamais ; une séance annulée ne compte pas', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const instance = await uneInstance(scene)
    for (const [jour, structure, annulee] of [
      ['2025-03-10', 'CPTS', false],
      ['2026-12-09', 'CCAS', false],
      ['2024-12-09', 'Mission locale', true]
    ] as const) {
      const id = await uneSeance(scene, instance, jour)
      reussi(await composerOrdreDuJour(scene, { id, points: [{ temps: 'presentation', structure }] }))
      if (annulee) reussi(await annulerSeance(scene, { id }))
    }
    expect(await tourDesPresentations(db, scene.perimetre, '2026-11-22')).toMatchObject([
      { nom: 'Mission locale', derniere: null, prochaine: null },
      { nom: 'CCAS', derniere: null, prochaine: '2026-12-09' },
      { nom: 'CPTS', derniere: '2025-03-10', prochaine: null }
    ])
  }))
