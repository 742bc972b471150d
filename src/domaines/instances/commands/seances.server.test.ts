import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import type { Tx } from '#platform/db.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { OBJET_LETTRE } from '../libelles/invitations.ts'
import { lireInvitation } from '../queries/invitations.server.ts'
import { accueillir } from './emargement.server.ts'
import { convoquerSeance } from './invitations.server.ts'
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

  test('deux groupes du même thème prévoient en même temps sa troisième séance : une seule passe sans dire pourquoi', async () => {
    const scene = await unTerritoire(essai.base().db, { code: '94028' })
    const [axeId] = await desAxes(scene, await ouvrirContrat(scene), ['Accès aux soins'])
    const noms = ['Groupe mobilité', 'Groupe sommeil', 'Groupe écoute', 'Groupe repas', 'Groupe soins']
    const groupes = await Promise.all(noms.map((nom) => uneInstance(scene, { nom, axeId })))
    reussi(await prevoirSeance(scene, { instanceId: groupes[0]!, ...seance, jour: '2026-03-10' }))
    const faits = await Promise.all(groupes.map((instanceId) => prevoirSeance(scene, { instanceId, ...seance })))
    expect(faits.filter(({ ok }) => ok)).toHaveLength(1)
  })

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

  test('corrigée, elle garde la raison donnée une fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instanceId = await uneInstance(scene)
      for (const jour of ['2026-03-10', '2026-06-16']) reussi(await prevoirSeance(scene, { instanceId, ...seance, jour }))
      const { id } = reussi(await prevoirSeance(scene, { instanceId, ...seance, motifQuota: 'Le bilan à mi-parcours.' }))
      reussi(await modifierSeance(scene, { id, ...seance, lieu: 'Mairie' }))
      expect((await listerSeances(db, scene.perimetre, instanceId, JOUR))[0]).toMatchObject({
        lieu: 'Mairie',
        motifQuota: 'Le bilan à mi-parcours.'
      })
    }))

  test('annulée puis remplacée, elle se maintient avec une raison', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instanceId = await uneInstance(scene)
      const { id } = reussi(await prevoirSeance(scene, { instanceId, ...seance }))
      reussi(await annulerSeance(scene, { id }))
      for (const jour of ['2026-03-10', '2026-06-16']) reussi(await prevoirSeance(scene, { instanceId, ...seance, jour }))
      expect(await maintenirSeance(scene, { id })).toMatchObject({ raison: 'motif_quota', champ: 'motifQuota' })
      reussi(await maintenirSeance(scene, { id, motifQuota: 'Le bilan.' }))
      expect((await listerSeances(db, scene.perimetre, instanceId, JOUR))[0]).toMatchObject({
        annuleeLe: null,
        motifQuota: 'Le bilan.'
      })
    }))
})

describe('une séance à laquelle des personnes sont invitées', () => {
  const convoquee = async (db: Tx, jour: string) => {
    const scene = await unTerritoire(db)
    await desContacts(scene, [{ nom: 'Ana Roy', courriel: 'ana@ccas.fr' }])
    const { id } = reussi(await prevoirSeance(scene, { instanceId: await uneInstance(scene), ...seance, jour }))
    reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
    return { scene, id }
  }
  const lettres = async (db: Tx, nature: string) => (await db.execute(sql`select 1 from envois where nature = ${nature}`)).length

  test('ne se retire pas sans prévenir : elle s’annule, en disant pourquoi, puis se retire', () =>
    essai.annule(async (db) => {
      const { scene, id } = await convoquee(db, '2090-03-10')
      expect(await retirerSeance(scene, { id })).toMatchObject({ raison: 'seance_convoquee' })
      expect(await annulerSeance(scene, { id })).toMatchObject({ raison: 'motif_annulation', champ: 'motifAnnulation' })
      reussi(await annulerSeance(scene, { id, motifAnnulation: 'La salle est prise.' }))
      expect(await lettres(db, 'annulation')).toBe(1)
      reussi(await retirerSeance(scene, { id }))
    }))

  test('annulée, la corriger n’écrit à personne ; maintenue, chacun apprend qu’elle aura bien lieu', () =>
    essai.annule(async (db) => {
      const { scene, id } = await convoquee(db, '2090-03-10')
      reussi(await annulerSeance(scene, { id, motifAnnulation: 'La salle est prise.' }))
      await db.execute(sql`update envois set etat = 'parti', remis_le = now() where nature = 'annulation'`)
      reussi(await modifierSeance(scene, { id, ...seance, jour: '2090-03-11' }))
      expect(await lettres(db, 'mise_a_jour')).toBe(0)
      reussi(await maintenirSeance(scene, { id }))
      expect(await lettres(db, 'mise_a_jour')).toBe(1)
      const [invitation] = (await db.execute(sql`select id from invitations`)) as unknown as { id: string }[]
      const lue = (await lireInvitation(db, scene.perimetre.collectiviteId, invitation!))!
      expect(OBJET_LETTRE.mise_a_jour(lue)).toMatchObject({
        objet: expect.stringContaining('Finalement maintenue'),
        phrase: expect.stringContaining('elle aura bien lieu')
      })
    }))

  test('ne se déplace pas à un jour passé ; tenue, elle ne s’annule plus', () =>
    essai.annule(async (db) => {
      const { scene, id } = await convoquee(db, '2090-03-10')
      expect(await modifierSeance(scene, { id, ...seance, jour: '2020-01-12' })).toMatchObject({
        raison: 'jour_passe',
        champ: 'jour'
      })
      await db.execute(sql`update seances set jour = '2020-01-12' where id = ${id}`)
      reussi(await accueillir(scene, { id, nom: 'Paul Passant' }))
      expect(await annulerSeance(scene, { id, motifAnnulation: 'Erreur.' })).toMatchObject({ raison: 'deja_tenue' })
      // correcting what is past writes to nobody
      reussi(await modifierSeance(scene, { id, ...seance, jour: '2020-01-13' }))
      expect(await lettres(db, 'mise_a_jour')).toBe(0)
    }))
})
