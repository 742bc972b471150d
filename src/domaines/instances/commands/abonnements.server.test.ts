import { sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { retirerMembre } from '#domaines/comptes/commands.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { listerMembres, ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { composerFlux } from '../exports/agenda.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireAgenda, lireFlux, type AbonnementLu } from '../queries/agenda.server.ts'
import { arreterAbonnement, renouvelerAbonnement, sAbonner } from './abonnements.server.ts'
import { convoquerSeance } from './invitations.server.ts'
import { retirerInstance } from './instances.server.ts'
import { annulerSeance, modifierSeance, prevoirSeance, retirerSeance } from './seances.server.ts'

const essai = baseDeTest()
const SEANCE = { jour: '2030-12-09', heure: '14 h', duree: '2 h', lieu: 'Espace Santé' }
const DOUZE_MOIS = { de: '2030-01-01', avant: '2031-01-01', instance: null }

/** Two bodies, each with a meeting; who is invited to the first. */
async function unAgenda(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr' }])
  const groupe = await uneInstance(scene, { nom: 'Groupe soins' })
  const comite = await uneInstance(scene, { nom: 'Comité technique', nature: 'cotech' })
  const seance = reussi(await prevoirSeance(scene, { instanceId: groupe, ...SEANCE })).id
  const autre = reussi(await prevoirSeance(scene, { instanceId: comite, ...SEANCE, jour: '2030-11-18', heure: null })).id
  reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
  const lu = () => lireAgenda(db, scene.perimetre, { compteId: scene.acteur.compteId, ...DOUZE_MOIS })
  return { scene, groupe, comite, seance, autre, lu }
}

/** What a program that reads the address again would find; null when it does not open. */
async function relire(db: Tx, scene: Scene, jeton: string) {
  const lien = await ouvrirLien(db, jeton, 'agenda', scene.maintenant)
  const flux = lien && !lien.perime ? await lireFlux(db, lien.perimetre.collectiviteId, lien.sujetId, '2026-01-01') : null
  if (!flux) return null
  const { contenu } = composerFlux(flux, 'https://sante.exemple.fr')
  const calendrier = new ICAL.Component(ICAL.parse(contenu))
  return {
    contenu,
    nom: calendrier.getFirstPropertyValue('x-wr-calname'),
    seances: calendrier.getAllSubcomponents('vevent').map((brut) => {
      const seance = new ICAL.Event(brut)
      return {
        titre: seance.summary,
        uid: seance.uid,
        debut: seance.startDate.toJSDate().toISOString(),
        jour: seance.startDate.isDate,
        dit: seance.description,
        statut: brut.getFirstPropertyValue('status'),
        url: String(brut.getFirstPropertyValue('url') ?? '')
      }
    })
  }
}
const titres = async (db: Tx, scene: Scene, jeton: string) =>
  (await relire(db, scene, jeton))?.seances.map(({ titre }) => titre) ?? null

describe('suivre les séances depuis son agenda', () => {
  test('tout le territoire, une instance, ou une personne invitée : chacun ses séances, aux heures qui sont les leurs', () =>
    essai.annule(async (db) => {
      const { scene, comite, lu } = await unAgenda(db)
      const [lou] = (await lu()).personnes
      const suivre = async (quoi: string) => reussi(await sAbonner(scene, { quoi })).jeton
      const tout = (await relire(db, scene, await suivre('territoire')))!
      expect(tout.seances.map(({ titre, debut, jour, statut }) => [titre, debut.slice(0, 16), jour, statut])).toEqual([
        ['Comité technique', expect.stringContaining('2030-11-1'), true, 'CONFIRMED'],
        ['Groupe soins', '2030-12-09T13:00', false, 'CONFIRMED']
      ])
      expect(tout.seances[1]!.url).toMatch(/^https:\/\/sante\.exemple\.fr\/cergy\/instances\//)
      expect(tout.nom).toContain('santé')
      expect(await titres(db, scene, await suivre(`instance:${comite}`))).toEqual(['Comité technique'])
      const sienne = (await relire(db, scene, await suivre(`personne:${lou!.id}`)))!
      expect(
        sienne.seances.map(({ titre, url }) => [titre, url]),
        'sans compte, rien qui mène à une porte fermée'
      ).toEqual([['Groupe soins', '']])
      expect((await lu()).abonnements.map(({ portee, nom }) => [portee, nom])).toEqual([
        ['territoire', null],
        ['instance', 'Comité technique'],
        ['personne', 'Lou Petit']
      ])
    }))

  test('une séance déplacée dit quand elle était, une séance annulée le dit et reste, une séance retirée s’en va', () =>
    essai.annule(async (db) => {
      const { scene, seance, autre, lu } = await unAgenda(db)
      const { jeton } = reussi(await sAbonner(scene, { quoi: 'territoire' }))
      const avant = (await relire(db, scene, jeton))!
      expect((await relire(db, scene, jeton))!.contenu, 'les mêmes séances, les mêmes octets').toBe(avant.contenu)
      const plusTard = (minutes: number) => ({ ...scene, maintenant: new Date(scene.maintenant.getTime() + minutes * 60_000) })
      reussi(await modifierSeance(plusTard(1), { id: seance, ...SEANCE, objet: 'Un objet corrigé' }))
      expect((await lu()).seances.find(({ id }) => id === seance)!.ancienne, 'un objet corrigé ne déplace rien').toBeNull()
      reussi(await modifierSeance(plusTard(2), { id: seance, ...SEANCE, jour: '2030-12-16', heure: '10 h' }))
      const deplacee = (await relire(db, scene, jeton))!.seances[1]!
      expect(deplacee).toMatchObject({
        titre: 'Déplacée\u00a0: Groupe soins',
        uid: avant.seances[1]!.uid,
        debut: '2030-12-16T09:00:00.000Z'
      })
      expect(deplacee.dit).toMatch(/^Elle était prévue le lundi 9 décembre 2030 à 14\sh\./)
      reussi(await annulerSeance(plusTard(3), { id: seance, motifAnnulation: 'La salle est prise.' }))
      expect((await relire(db, scene, jeton))!.seances[1]).toMatchObject({
        titre: 'Annulée\u00a0: Groupe soins',
        statut: 'CANCELLED',
        dit: expect.stringContaining('La salle est prise.')
      })
      reussi(await retirerSeance(plusTard(4), { id: autre }))
      expect(await titres(db, scene, jeton)).toEqual(['Annulée\u00a0: Groupe soins'])
    }))

  test('changer l’adresse éteint l’ancienne, l’arrêter l’éteint aussi ; seule l’empreinte est gardée', () =>
    essai.annule(async (db) => {
      const { scene, lu } = await unAgenda(db)
      const premiere = reussi(await sAbonner(scene, { quoi: 'territoire' })).jeton
      const [{ id }] = (await lu()).abonnements as [AbonnementLu]
      const deuxieme = reussi(await renouvelerAbonnement(scene, { id })).jeton
      expect(await titres(db, scene, premiere)).toBeNull()
      expect(await titres(db, scene, deuxieme)).toHaveLength(2)
      const troisieme = reussi(await sAbonner(scene, { quoi: 'territoire' })).jeton
      expect((await lu()).abonnements, 'redemander la même chose n’en fait pas deux').toHaveLength(1)
      expect(await titres(db, scene, deuxieme)).toBeNull()
      const gardes = JSON.stringify(await db.execute(sql`select * from abonnements`))
      for (const jeton of [premiere, deuxieme, troisieme]) expect(gardes).not.toContain(jeton)
      reussi(await arreterAbonnement(scene, { id }))
      expect(await titres(db, scene, troisieme)).toBeNull()
      expect((await lu()).abonnements).toEqual([])
      expect(await titres(db, scene, 'une-adresse-inventee')).toBeNull()
    }))

  test('qui quitte le territoire ne le suit plus, et l’on ne touche pas aux adresses d’autrui', () =>
    essai.annule(async (db) => {
      const { scene, lu, groupe } = await unAgenda(db)
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur', 'lecteur@exemple.fr') } as Scene
      const { jeton } = reussi(await sAbonner(lecteur, { quoi: 'territoire' }))
      const deLInstance = reussi(await sAbonner(scene, { quoi: `instance:${groupe}` })).jeton
      const [{ id }] = (await lu()).abonnements as [AbonnementLu]
      expect(await arreterAbonnement(lecteur, { id })).toMatchObject({ sorte: 'interdit' })
      expect(await renouvelerAbonnement(lecteur, { id })).toMatchObject({ sorte: 'interdit' })
      const adhesion = (await listerMembres(db, scene.perimetre)).find(({ compteId }) => compteId === lecteur.acteur.compteId)!
      reussi(await retirerMembre(scene, { id: adhesion.id }))
      expect(await titres(db, scene, jeton)).toBeNull()
      reussi(await retirerInstance(scene, { id: groupe }))
      expect(await titres(db, scene, deLInstance)).toBeNull()
      expect(await sAbonner(scene, { quoi: `instance:${groupe}` })).toMatchObject({ raison: 'plus_la', champ: 'quoi' })
      expect(await sAbonner(scene, { quoi: 'autre chose' })).toMatchObject({
        champs: { quoi: ['Choisissez ce que vous voulez suivre.'] }
      })
      expect(await arreterAbonnement(await unTerritoire(db, { code: '94028' }), { id })).toMatchObject({ sorte: 'introuvable' })
    }))
})

test('l’agenda se lit d’un mois à l’autre, pour toutes les instances ou une seule', () =>
  essai.annule(async (db) => {
    const { scene, comite, lu } = await unAgenda(db)
    expect((await lu()).seances.map(({ instance, jour }) => `${jour} ${instance}`)).toEqual([
      '2030-11-18 Comité technique',
      '2030-12-09 Groupe soins'
    ])
    const une = await lireAgenda(db, scene.perimetre, { compteId: scene.acteur.compteId, ...DOUZE_MOIS, instance: comite })
    expect(une.seances.map(({ instance }) => instance)).toEqual(['Comité technique'])
    const decembre = { de: '2030-12-01', avant: '2031-12-01', instance: null }
    expect((await lireAgenda(db, scene.perimetre, { compteId: scene.acteur.compteId, ...decembre })).seances).toHaveLength(1)
  }))
