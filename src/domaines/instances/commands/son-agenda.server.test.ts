import { sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { retirerPersonne } from '#domaines/partenaires/commands.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { composerFlux } from '../exports/agenda.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireFlux } from '../queries/agenda.server.ts'
import { sAbonner } from './abonnements.server.ts'
import { convoquerSeance } from './invitations.server.ts'
import { prevoirSeance } from './seances.server.ts'
import { nePlusSuivre, suivreLesSiennes } from './son-agenda.server.ts'

const essai = baseDeTest()

/** Lou is invited to one of two meetings. */
async function uneInvitee(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr' }])
  const prevoir = async (nom: string, jour: string) =>
    reussi(await prevoirSeance(scene, { instanceId: await uneInstance(scene, { nom }), jour, heure: '14 h', duree: '2 h' })).id
  reussi(await convoquerSeance(scene, { id: await prevoir('Groupe soins', '2030-12-09'), choix: 'tous' }))
  await prevoir('Groupe fermé', '2030-11-18')
  const lou = (await personnesParNom(db, scene.perimetre, ['Lou Petit'])).get('lou petit')!
  const parLien = (sujetId: string): Scene =>
    ({ ...scene, acteur: { sorte: 'lien', nom: 'Lou Petit', sujetId, role: null, administrateur: false } }) as never
  return { scene, lou, parLien }
}

async function titres(db: Tx, { maintenant }: Scene, jeton: string): Promise<string[] | null> {
  const lien = await ouvrirLien(db, jeton, 'agenda', maintenant)
  const flux = lien && !lien.perime ? await lireFlux(db, lien.perimetre.collectiviteId, lien.sujetId, '2026-01-01') : null
  if (!flux) return null
  const calendrier = new ICAL.Component(ICAL.parse(composerFlux(flux, 'https://sante.exemple.fr').contenu))
  return calendrier.getAllSubcomponents('vevent').map((brut) => new ICAL.Event(brut).summary)
}

describe('R-160 · suivre ses rencontres depuis son agenda, sans compte', () => {
  test('l’adresse donne celles où elle est invitée, et elles seules', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await uneInvitee(db)
      const { jeton } = reussi(await suivreLesSiennes(parLien(lou), { id: lou }))
      expect(await titres(db, scene, jeton)).toEqual(['Groupe soins'])
      for (const finalite of ['espace', 'taches'] as const)
        expect(await ouvrirLien(db, jeton, finalite, scene.maintenant), 'l’adresse n’ouvre pas sa page').toBeNull()
    }))

  test('la renouveler éteint l’ancienne, et n’en laisse qu’une ; l’arrêter éteint tout', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await uneInvitee(db)
      const ancienne = reussi(await suivreLesSiennes(parLien(lou), { id: lou })).jeton
      const nouvelle = reussi(await suivreLesSiennes(parLien(lou), { id: lou })).jeton
      expect([await titres(db, scene, ancienne), await titres(db, scene, nouvelle)]).toEqual([null, ['Groupe soins']])
      expect(await db.execute(sql`select 1 from abonnements where supprime_le is null`)).toHaveLength(1)
      reussi(await nePlusSuivre(parLien(lou), { id: lou }))
      reussi(await nePlusSuivre(parLien(lou), { id: lou }))
      expect(await titres(db, scene, nouvelle)).toBeNull()
      const reprise = reussi(await suivreLesSiennes(parLien(lou), { id: lou })).jeton
      expect(await titres(db, scene, reprise)).toEqual(['Groupe soins'])
    }))

  test('deux fiches d’une même personne réunies, chacune avec son adresse : la renouveler les éteint toutes deux', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await uneInvitee(db)
      await desContacts(scene, [{ nom: 'Lou Petite', courriel: 'autre@cpts.fr' }])
      const double = (await personnesParNom(db, scene.perimetre, ['Lou Petite'])).get('lou petite')!
      const [une, autre] = [
        reussi(await suivreLesSiennes(parLien(lou), { id: lou })).jeton,
        reussi(await suivreLesSiennes(parLien(double), { id: double })).jeton
      ]
      await db.execute(sql`update abonnements set personne_id = ${lou}`)
      const nouvelle = reussi(await suivreLesSiennes(parLien(lou), { id: lou })).jeton
      expect([await titres(db, scene, une), await titres(db, scene, autre)]).toEqual([null, null])
      expect(await titres(db, scene, nouvelle)).toEqual(['Groupe soins'])
    }))

  test('elle seule : ni une autre personne, ni un membre ; l’adresse d’un membre qui la suit vit de son côté', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await uneInvitee(db)
      expect(await suivreLesSiennes(parLien(crypto.randomUUID()), { id: lou })).toMatchObject({ sorte: 'interdit' })
      expect(await suivreLesSiennes(scene, { id: lou })).toMatchObject({ sorte: 'interdit' })
      const duMembre = reussi(await sAbonner(scene, { quoi: `personne:${lou}` })).jeton
      reussi(await suivreLesSiennes(parLien(lou), { id: lou }))
      reussi(await nePlusSuivre(parLien(lou), { id: lou }))
      expect(await titres(db, scene, duMembre)).toEqual(['Groupe soins'])
    }))

  test('retirée de l’annuaire, son adresse se tait et n’en donne plus d’autre', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await uneInvitee(db)
      const { jeton } = reussi(await suivreLesSiennes(parLien(lou), { id: lou }))
      reussi(await retirerPersonne(scene, { id: lou }))
      expect(await titres(db, scene, jeton)).toBeNull()
      expect(await suivreLesSiennes(parLien(lou), { id: lou })).toMatchObject({ sorte: 'introuvable' })
    }))
})
