import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { listerSeances, prochainesSeances } from '../queries.server.ts'
import { annulerSeance, maintenirSeance, modifierSeance, prevoirSeance, retablirSeance, retirerSeance } from './seances.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
const seance = { jour: '9 décembre 2026', heure: '14h30', duree: '2 h', lieu: 'Espace Santé', capacite: '45' }

describe('R-116 · les séances d’un groupe', () => {
  test('se prévoient comme on les écrit, et la prochaine se lit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instanceId = await uneInstance(scene)
      reussi(await prevoirSeance(scene, { instanceId, ...seance }))
      reussi(await prevoirSeance(scene, { instanceId, ...seance, jour: '10/03/2026', heure: '' }))
      expect(await listerSeances(db, scene.perimetre, instanceId, JOUR)).toMatchObject([
        { jour: '2026-12-09', heure: '14:30', duree: 120, lieu: 'Espace Santé', capacite: 45 },
        { jour: '2026-03-10', heure: null }
      ])
      expect(await prochainesSeances(db, scene.perimetre, JOUR)).toEqual({ [instanceId]: '2026-12-09' })
    }))

  test('la troisième du thème, fût-elle d’un autre groupe, demande pourquoi ; la raison est gardée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [axeId] = await desAxes(scene, await ouvrirContrat(scene), ['Accès aux soins'])
      const un = await uneInstance(scene, { axeId })
      const autre = await uneInstance(scene, { nom: 'Groupe mobilité', axeId })
      for (const jour of ['2026-03-10', '2026-06-16']) reussi(await prevoirSeance(scene, { instanceId: un, ...seance, jour }))
      expect(await prevoirSeance(scene, { instanceId: autre, ...seance })).toMatchObject({
        raison: 'motif_quota',
        champ: 'motifQuota',
        precisions: { autres: [{ jour: '2026-03-10' }, { jour: '2026-06-16' }] }
      })
      reussi(await prevoirSeance(scene, { instanceId: autre, ...seance, motifQuota: 'Le bilan à mi-parcours.' }))
      expect(await listerSeances(db, scene.perimetre, autre, JOUR)).toMatchObject([{ motifQuota: 'Le bilan à mi-parcours.' }])
      // another theme has its own two
      reussi(await prevoirSeance(scene, { instanceId: await uneInstance(scene, { nom: 'Groupe écrans' }), ...seance }))
    }))

  test('au-delà de deux heures, elle demande pourquoi ; ce qui ne se lit pas se refuse à son champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instanceId = await uneInstance(scene)
      expect(await prevoirSeance(scene, { instanceId, ...seance, duree: '3 h' })).toMatchObject({ raison: 'motif_duree' })
      expect(
        await prevoirSeance(scene, { instanceId, ...seance, jour: '12/2026', heure: 'midi', duree: 'longue' })
      ).toMatchObject({
        champs: { jour: [expect.any(String)], heure: [expect.any(String)], duree: [expect.any(String)] }
      })
      expect(await listerSeances(db, scene.perimetre, instanceId, JOUR)).toEqual([])
    }))

  test('annulée, elle reste en vue et ne compte plus ; elle se maintient, sauf si une autre a pris sa place', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instanceId = await uneInstance(scene)
      const [id] = [reussi(await prevoirSeance(scene, { instanceId, ...seance })).id]
      reussi(await prevoirSeance(scene, { instanceId, ...seance, jour: '2026-03-10' }))
      reussi(await annulerSeance(scene, { id, motifAnnulation: 'La salle est prise.' }))
      expect(await annulerSeance(scene, { id })).toMatchObject({ raison: 'deja_annulee' })
      expect(await listerSeances(db, scene.perimetre, instanceId, JOUR)).toMatchObject([
        { id, motifAnnulation: 'La salle est prise.' },
        {}
      ])
      reussi(await prevoirSeance(scene, { instanceId, ...seance, jour: '2026-12-16' }))
      expect(await maintenirSeance(scene, { id })).toMatchObject({ raison: 'motif_quota' })
      const [, remplace] = await listerSeances(db, scene.perimetre, instanceId, JOUR)
      reussi(await retirerSeance(scene, { id: remplace!.id }))
      reussi(await maintenirSeance(scene, { id }))
      expect((await listerSeances(db, scene.perimetre, instanceId, JOUR))[0]).toMatchObject({
        annuleeLe: null,
        motifAnnulation: null
      })
      reussi(await retablirSeance(scene, { id: remplace!.id }))
    }))

  test('se déplace et se corrige, et n’est pas comptée contre elle-même', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instanceId = await uneInstance(scene)
      const { id } = reussi(await prevoirSeance(scene, { instanceId, ...seance }))
      reussi(await prevoirSeance(scene, { instanceId, ...seance, jour: '2026-03-10' }))
      reussi(await modifierSeance(scene, { id, ...seance, jour: '16/12/2026', duree: '1 h 30' }))
      expect(await listerSeances(db, scene.perimetre, instanceId, JOUR)).toMatchObject([{ jour: '2026-12-16', duree: 90 }, {}])
    }))
})
