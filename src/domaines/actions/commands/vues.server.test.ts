import { describe, expect, test } from 'vitest'
import { ROLES, SYSTEME, type Role } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { histoireDe } from '#domaines/contrats/fixtures.server.ts'
import { listerVues } from '../queries/vues-gardees.server.ts'
import { enregistrerVue, retablirVue, retirerVue } from './vues.server.ts'

const essai = baseDeTest()

const vuesDe = async (scene: Scene) =>
  (await listerVues(scene.db as never, scene.perimetre, scene.acteur.compteId)).map(
    ({ nom, adresse, partagee }) => `${nom} ${adresse}${partagee ? ' partagée' : ''}`
  )
/** The same territory, seen by one more member. */
const avec = async (scene: Scene, role: Role): Promise<Scene> => ({ ...scene, acteur: await unMembre(scene, role) })
const introuvable = { ok: false, sorte: 'introuvable' }
const interdit = { ok: false, sorte: 'interdit' }

describe('les vues gardées', () => {
  test('une vue se garde sous un nom et se relit ; le même nom, à la casse près, prend la nouvelle vue', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await enregistrerVue(scene, { nom: 'En retard', adresse: '?statut=en_retard&page=2' }))
      reussi(await enregistrerVue(scene, { nom: 'Calendrier 2026', adresse: '/calendrier?an=2026', partagee: 'oui' }))
      expect(await vuesDe(scene)).toEqual(['Calendrier 2026 /calendrier?an=2026 partagée', 'En retard ?statut=en_retard'])
      expect(reussi(await enregistrerVue(scene, { nom: 'en  RETARD', adresse: '?grouper=pilote' }))).toEqual({
        id,
        adresse: '?grouper=pilote'
      })
      expect(await vuesDe(scene)).toEqual(['Calendrier 2026 /calendrier?an=2026 partagée', 'en RETARD ?grouper=pilote'])
    }))

  test('chacun voit les siennes, puis celles que d’autres partagent ; deux membres ont une vue du même nom', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const lectrice = await avec(scene, 'lecteur')
      reussi(await enregistrerVue(scene, { nom: 'Bloquées', adresse: '?statut=bloque', partagee: true }))
      reussi(await enregistrerVue(scene, { nom: 'À moi seule', adresse: '' }))
      reussi(await enregistrerVue(lectrice, { nom: 'Bloquées', adresse: '?statut=bloque&grouper=pilote' }))
      expect(await vuesDe(scene)).toEqual(['À moi seule ', 'Bloquées ?statut=bloque partagée'])
      expect(await vuesDe(lectrice)).toEqual(['Bloquées ?grouper=pilote&statut=bloque', 'Bloquées ?statut=bloque partagée'])
    }))

  test('chaque rôle garde une vue pour soi ; coordination, direction et contributeurs la partagent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const role of ROLES) {
        const en = { ...scene, acteur: { ...scene.acteur, role } }
        expect(await enregistrerVue(en, { nom: role, adresse: '' }), role).toMatchObject({ ok: true })
        const partage = await enregistrerVue(en, { nom: role, adresse: '', partagee: 'oui' })
        expect(partage, role).toMatchObject(role === 'elu' || role === 'lecteur' ? interdit : { ok: true })
      }
      expect(await enregistrerVue({ ...scene, acteur: SYSTEME }, { nom: 'x', adresse: '' })).toMatchObject(interdit)
    }))

  test('une adresse d’ailleurs est refusée à côté de son champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await enregistrerVue(scene, { nom: 'x', adresse: 'https://ailleurs.fr' })).toMatchObject({
        sorte: 'saisie',
        champs: { adresse: ['Cette adresse n’est pas une vue des actions.'] }
      })
    }))

  test('on retire et on rétablit la sienne ; celle d’un autre n’existe pas, ou se lit seulement', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contributrice = await avec(scene, 'contributeur')
      const lectrice = await avec(scene, 'lecteur')
      const { id: privee } = reussi(await enregistrerVue(contributrice, { nom: 'À moi', adresse: '' }))
      const { id: partagee } = reussi(await enregistrerVue(contributrice, { nom: 'À tous', adresse: '', partagee: true }))
      for (const autre of [scene, lectrice]) expect(await retirerVue(autre, { id: privee })).toMatchObject(introuvable)
      expect(await retirerVue(lectrice, { id: partagee })).toMatchObject(interdit)
      expect(await retirerVue(scene, { id: partagee })).toMatchObject({ ok: true })
      expect(await vuesDe(contributrice)).toEqual(['À moi '])
      expect(await retablirVue(lectrice, { id: partagee })).toMatchObject(interdit)
      expect(await retablirVue(contributrice, { id: partagee })).toMatchObject({ ok: true })
      expect(await retirerVue(contributrice, { id: privee })).toMatchObject({ ok: true })
      expect(await retirerVue(contributrice, { id: privee })).toMatchObject(introuvable)
      expect(await retablirVue(scene, { id: privee })).toMatchObject(introuvable)
      expect(await retablirVue(contributrice, { id: privee })).toMatchObject({ ok: true })
      expect(await vuesDe(contributrice)).toEqual(['À moi ', 'À tous  partagée'])
    }))

  test('d’un autre territoire, on ne les voit ni ne les retire, même sous le même compte', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await enregistrerVue(scene, { nom: 'À tous', adresse: '', partagee: true }))
      const ailleurs = { ...(await unTerritoire(db, { code: '94028', role: 'direction' })), acteur: scene.acteur }
      expect(await retirerVue(ailleurs, { id })).toMatchObject(introuvable)
      expect(await vuesDe(ailleurs)).toEqual([])
    }))

  test('l’historique en garde la trace', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await enregistrerVue(scene, { nom: 'x', adresse: '' }))
      await enregistrerVue(scene, { nom: 'x', adresse: '?statut=bloque' })
      await retirerVue(scene, { id })
      await retablirVue(scene, { id })
      expect(await histoireDe(scene, id)).toEqual(
        ['enregistrer', 'enregistrer', 'retirer', 'retablir'].map((suite) => `vue.${suite} vues ${scene.acteur.nom}`)
      )
    }))

  test('les lire prend une requête, quel que soit leur nombre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const lire = () => essai.requetesDe(() => vuesDe(scene))
      const peu = await lire()
      for (const n of [1, 2, 3, 4, 5]) await enregistrerVue(scene, { nom: `Vue ${n}`, adresse: `?q=${n}` })
      expect(peu).toHaveLength(1)
      expect(await lire()).toHaveLength(1)
    }))
})
