import { describe, expect, test } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import type { Acteur } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { uneInstance, uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { lireInstance } from '#domaines/instances/queries.server.ts'
import { prevoirSeance } from '#domaines/instances/commands/seances.server.ts'
import { lecteursDuCompteRendu } from '#domaines/instances/queries/compte-rendu.server.ts'
import { aInviter } from '#domaines/instances/queries/invitations.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { ajouterFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { inscrireVolontaire, renouvelerAccord } from '#domaines/partenaires/commands/volontaires.server.ts'
import { desContacts, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { compterPersonnes, pageDePersonnes, personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { listerAnnuaire } from '#domaines/partenaires/queries/annuaire.server.ts'
import { listerPourCartes } from '#domaines/partenaires/queries/cartes.server.ts'
import { listerVolontaires } from '#domaines/partenaires/queries/volontaires.server.ts'
import { lireCroissance } from '#domaines/partenaires/queries/croissance.server.ts'
import { cumuler } from '#domaines/partenaires/regles/croissance.ts'
import { composition } from '#domaines/partenaires/regles/volontaires.ts'
import { lireTableau } from '../queries/tableau.server.ts'
import { effacerPartout } from '../jobs.server.ts'
import { lireDerniersActes, lireHistorique } from '../queries/historique.server.ts'
import { finirLesAccords, retirerAccordDeVolontaire } from './volontaires.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, jours: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000)
})
const dite = { personne: 'Nadia', courriel: 'nadia@exemple.fr', accordLe: '20/11/2026', duree: '12', accord: 'oui' }

/** A partner with an address, and Nadia, a resident who agreed to a working group. */
async function unQuartier(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS du Nord' }])
  const { id, personneId } = reussi(await inscrireVolontaire(scene, { ...dite, pour: ['groupe'] }))
  const instanceId = await uneInstance(scene)
  const seance = reussi(await prevoirSeance(scene, { instanceId, jour: '2030-12-09', heure: '14 h', duree: '2 h' })).id
  const invites = async (choix: 'tous' | 'sieges') =>
    (await aInviter(db, scene.perimetre, seance, instanceId, choix)).map(({ nom }) => nom)
  return { scene, id, personneId, instanceId, invites }
}
const sieger = (scene: Scene, id: string) =>
  composerInstance(scene, {
    id,
    sieges: [
      { role: 'membre', personne: 'Nadia' },
      { role: 'pilote', structure: 'CPTS du Nord' }
    ]
  })

describe('R-134 · les habitants volontaires', () => {
  test('« tous les partenaires » ne les contient pas, l’annuaire, ses exports et ses comptes non plus', () =>
    essai.annule(async (db) => {
      const { scene, personneId, instanceId, invites } = await unQuartier(db)
      expect(await invites('tous')).toEqual(['Lou Petit'])
      expect((await pageDePersonnes(db, scene.perimetre, '', 1)).lignes.map(({ nom }) => nom)).toEqual(['Lou Petit'])
      expect((await compterPersonnes(db, scene.perimetre)).total).toBe(1)
      expect((await listerPourCartes(db, scene.perimetre)).map(({ nom }) => nom)).toEqual(['Lou Petit'])
      expect((await listerAnnuaire(db, scene.perimetre)).flatMap(({ personne }) => personne ?? [])).toEqual(['Lou Petit'])
      // the dashboard and the growth of the list count whom the directory holds
      const comptes = async () => {
        const { avant, mois } = await lireCroissance(db, scene.perimetre, '2026-11-22')
        return [(await lireTableau(db, scene.perimetre, '2026-11-22')).personnes, cumuler(mois, avant).at(-1)!.total]
      }
      expect(await comptes()).toEqual([1, 1])
      // the history, which every member reads, says nothing of her but to who knows her
      reussi(await sieger(scene, instanceId))
      const lecteur = await unMembre(scene, 'contributeur')
      const dites = async (acteur: Acteur) => {
        const objets = [instanceId, personneId].map((id) => lireHistorique(db, scene.perimetre, acteur, id, 1))
        return JSON.stringify([await lireDerniersActes(db, scene.perimetre, acteur), await Promise.all(objets)])
      }
      expect(await dites(scene.acteur)).toMatch(/Nadia.*nadia@exemple\.fr/s)
      expect(await dites(lecteur)).not.toMatch(/nadia/i)
      expect(await dites(lecteur), 'le reste se lit').toContain('CPTS du Nord')
      // once she works for a structure, she is a partner like the others
      const structureId = await uneStructure(scene, 'Association des habitants')
      reussi(await ajouterFonction(scene, { personneId, structureId, intitule: 'médiatrice' }))
      expect(await invites('tous')).toEqual(['Lou Petit', 'Nadia'])
      expect(await comptes()).toEqual([2, 2])
    }))

  test('R-135 · elle siège dans un groupe, qui devient mixte, et y est invitée par son nom tant que son accord court', () =>
    essai.annule(async (db) => {
      const { scene, id, instanceId, invites } = await unQuartier(db)
      expect(await invites('sieges')).toEqual([])
      reussi(await sieger(scene, instanceId))
      expect(await invites('sieges')).toEqual(expect.arrayContaining(['Nadia']))
      const instance = await lireInstance(db, scene.perimetre, instanceId)
      expect(composition(instance!.sieges)).toEqual({ professionnels: 1, habitants: 1, mixte: true })
      expect(await sieger(plusTard(scene, 400), instanceId)).toMatchObject({ raison: 'accord_sans_groupe' })
      // she agrees to read documents only, from now on
      reussi(await renouvelerAccord(scene, { id, pour: 'relecture', accordLe: '22/11/2026', duree: '6' }))
      expect(await invites('sieges')).not.toContain('Nadia')
      expect(await sieger(scene, instanceId)).toMatchObject({ raison: 'accord_sans_groupe', precisions: { noms: ['Nadia'] } })
    }))

  test('son accord retiré, plus rien ne lui est demandé, et sept jours après il ne reste rien d’elle', () =>
    essai.annule(async (db) => {
      const { scene, id, instanceId, invites } = await unQuartier(db)
      reussi(await sieger(scene, instanceId))
      reussi(await retirerAccordDeVolontaire(scene, { id }))
      expect(await invites('sieges')).not.toContain('Nadia')
      expect(await listerVolontaires(db, scene.perimetre)).toMatchObject([
        { accordRetireLe: '2026-11-22', effacerLe: '2026-11-29' }
      ])
      await effacerPartout({ db: db as never }, plusTard(scene, 8).maintenant)
      expect(await listerVolontaires(db, scene.perimetre)).toEqual([])
      expect((await personnesParNom(db, scene.perimetre, ['Nadia'])).size).toBe(0)
    }))

  test('qui travaille maintenant pour une structure retire son accord et reste dans l’annuaire', () =>
    essai.annule(async (db) => {
      const { scene, id, personneId } = await unQuartier(db)
      const structureId = await uneStructure(scene, 'Association des habitants')
      reussi(await ajouterFonction(scene, { personneId, structureId, intitule: 'médiatrice' }))
      reussi(await retirerAccordDeVolontaire(scene, { id }))
      expect(await listerVolontaires(db, scene.perimetre)).toMatchObject([{ accordRetireLe: '2026-11-22', effacerLe: null }])
    }))

  test('qui préfère lire les comptes rendus ne reçoit pas pour autant ceux de tous les groupes', () =>
    essai.annule(async (db) => {
      const { scene, personneId, instanceId } = await unQuartier(db)
      reussi(await reglerCourriels(scene, { personneId, structureId: null, courriels: 'lecture' }))
      const seance = await uneSeanceTenue(scene, '2026-10-13', { instanceId })
      expect((await lecteursDuCompteRendu(db, scene.perimetre, seance)).map(({ courriel }) => courriel)).toEqual(['lou@cpts.fr'])
    }))

  test('un accord que personne ne renouvelle prend fin de lui-même ; renouvelé, il continue', () =>
    essai.annule(async (db) => {
      const { scene, id } = await unQuartier(db)
      const systeme = (jours: number) => ({ ...plusTard(scene, jours), acteur: SYSTEME })
      expect(reussi(await finirLesAccords(systeme(360), {})).nombre).toBe(0)
      reussi(
        await renouvelerAccord(plusTard(scene, 360), { id, pour: ['groupe', 'temoignage'], accordLe: '10/11/2027', duree: '12' })
      )
      expect(reussi(await finirLesAccords(systeme(370), {})).nombre).toBe(0)
      expect(reussi(await finirLesAccords(systeme(740), {})).nombre).toBe(1)
      expect((await listerVolontaires(db, scene.perimetre))[0]!.effacerLe).not.toBeNull()
      expect(await finirLesAccords(scene, {})).toMatchObject({ sorte: 'interdit' })
    }))

  test('sans accord, deux fois, ou pour qui représente une structure : on n’inscrit pas ; seule la coordination le fait', () =>
    essai.annule(async (db) => {
      const { scene } = await unQuartier(db)
      const inscrire = (change: object, qui: Scene = scene) => inscrireVolontaire(qui, { ...dite, pour: ['groupe'], ...change })
      expect(await inscrire({ personne: 'Samir', accord: '' })).toMatchObject({
        champs: { accord: ['Sans son accord, on n’inscrit personne.'] }
      })
      expect(await inscrire({ personne: 'Samir', pour: [] })).toMatchObject({ sorte: 'saisie' })
      expect(await inscrire({})).toMatchObject({ raison: 'volontaire_deja' })
      expect(await inscrire({ personne: 'Lou Petit' })).toMatchObject({ raison: 'est_partenaire' })
      const contributeur = await unMembre(scene, 'contributeur')
      expect(await inscrire({ personne: 'Samir' }, { ...scene, acteur: contributeur })).toMatchObject({ sorte: 'interdit' })
    }))
})
