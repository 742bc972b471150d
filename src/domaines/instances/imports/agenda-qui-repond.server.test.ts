import { sql } from 'drizzle-orm'
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { PROGRAMMES } from '#tests/boite/agendas.ts'
import { ABIMES, mots, reponseDAgenda, retour } from '#tests/boite/courriers.ts'
import { COMPTE, ouvrirImap } from '#tests/boite/serveur.ts'
import { NODE_FLAGS } from '../../../../scripts/node-flags.mjs'
import { ouvrirCoffre } from '#platform/coffre.server.ts'
import { lecture } from '#platform/db.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { reglerBoite } from '#domaines/partenaires/commands/boites.server.ts'
import { releverBoite, releverPartout } from '#domaines/partenaires/jobs/boites.server.ts'
import { lireBoite } from '#domaines/partenaires/queries/boites.server.ts'
import { lireHistorique } from '#domaines/pilotage/queries/historique.server.ts'
import { annulerSeance, modifierSeance, prevoirSeance } from '../commands/seances.server.ts'
import { convoquerSeance, repondreInvitation } from '../commands/invitations.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireConvocation } from '../queries/invitations.server.ts'
import { lireAgendaQuiRepond } from './agenda-qui-repond.server.ts'

const essai = baseDeTest()
const CLE = 'la-cle-de-cette-installation'
const reglages = { coffre: () => ouvrirCoffre({ TISSERAND_CLE: CLE, dossier: '' }), agenda: lireAgendaQuiRepond }
let imap: Awaited<ReturnType<typeof ouvrirImap>>
let scene: Scene
let seance: string

const GENS = ['Lou Petit', 'Ana Roy', 'Sam Blanc', 'Noé Brun', 'Zoé Gris', 'Max Vert']
const adresse = (nom: string) => `${nom.split(' ')[0]!.toLowerCase().replace(/[éè]/g, 'e')}@cpts.fr`
const uid = () => `seance-${seance}@sante.exemple.fr`
/** A moment of the test, as a calendar writes it. */
const dans = (secondes: number) => `${new Date(Date.now() + secondes * 1000).toISOString().replace(/[-:]|\.\d+/g, '')}`

beforeAll(async () => {
  imap = await ouvrirImap()
  scene = await unTerritoire(essai.base().db, { maintenant: new Date() })
  await desContacts(
    scene,
    GENS.map((nom) => ({ nom, courriel: adresse(nom) }))
  )
  reussi(
    await reglerBoite(scene, {
      adresse: 'sante@exemple.fr',
      hote: '127.0.0.1',
      port: imap.port,
      chiffrement: 'aucun',
      compte: COMPTE.compte,
      scelle: reglages.coffre().sceller(COMPTE.motDePasse, scene.perimetre.collectiviteId),
      uidValidite: '1',
      dernierUid: 0
    })
  )
})
afterAll(() => imap.fermer())
beforeEach(async () => {
  const instanceId = await uneInstance(scene, { nom: `Groupe ${Math.random()}` })
  const prevue = await prevoirSeance(scene, { instanceId, jour: '2031-12-09', heure: '14 h', duree: '2 h', lieu: 'Mairie' })
  seance = reussi(prevue).id
  reussi(await convoquerSeance({ ...scene, maintenant: new Date(Date.now() - 60_000) }, { id: seance, choix: 'tous' }))
  await parti()
})

const ici = <T>(lire: Parameters<typeof lecture<T>>[1]) => lecture(scene.perimetre, lire, essai.base().db)
const ecrire = (requete: ReturnType<typeof sql>) =>
  essai.base().db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
    return tx.execute(requete)
  })
/** The letters of the meeting left. */
const parti = () => ecrire(sql`update envois set etat = 'parti', remis_le = now() where etat = 'pret'`)
const relever = () => releverBoite(essai.base(), reglages, scene.perimetre.collectiviteId)
const convocation = () => ici((db) => lireConvocation(db, scene.perimetre, seance))
const invite = async (nom: string) => (await convocation()).invites.find((un) => un.nom === nom)!
const gardes = async () =>
  (await ici((db) => lireBoite(db, scene.perimetre))).courriers.filter(({ objetId }) => objetId === seance)
const lettreDe = async (nom: string): Promise<string> => {
  const [lue] = (await ici((db) =>
    db.execute(sql`select id from envois where objet_id = ${seance} and courriel = ${adresse(nom)}`)
  )) as unknown as [{ id: string }]
  return lue.id
}
const etatDe = async (id: string) =>
  (
    (await ici((db) => db.execute(sql`select etat, motif from envois where id = ${id}`))) as unknown as {
      etat: string
      motif: string | null
    }[]
  )[0]

describe('R-090 · la boîte de réception', () => {
  test.each(PROGRAMMES)(
    'une réponse de %s devient celle de l’invitation, et l’historique dit que c’est par son agenda',
    async (programme) => {
      imap.deposer(reponseDAgenda(programme, { uid: uid(), courriel: adresse('Lou Petit'), ecriteLe: dans(-5) }))
      expect(await relever()).toEqual({ lus: 1, reponses: 1, refus: 0, retards: 0, gardes: 0 })
      expect(await invite('Lou Petit')).toMatchObject({ reponse: 'vient' })
      const histoire = await ici((db) => lireHistorique(db, scene.perimetre, scene.acteur, seance, 1))
      expect(JSON.stringify(histoire)).toContain('Lou Petit, par son agenda')
      // read once: nothing is marked, moved or erased
      expect(await relever()).toMatchObject({ lus: 0 })
      expect(imap.contenu().every(({ flags }) => !flags.includes('\\Seen') && !flags.includes('\\Deleted'))).toBe(true)
    }
  )

  test('décliner, déléguer, dire peut-être', async () => {
    imap.deposer(
      reponseDAgenda('google', {
        uid: uid(),
        courriel: adresse('Ana Roy'),
        nom: 'Ana Roy',
        participation: 'DECLINED',
        ecriteLe: dans(-5)
      })
    )
    const autres = ['ATTENDEE;CN=Paul Durand;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:sam@cpts.fr":mailto:paul@cpts.fr']
    const parametres = ';DELEGATED-TO="mailto:paul@cpts.fr"'
    imap.deposer(
      reponseDAgenda('outlook', {
        uid: uid(),
        courriel: adresse('Sam Blanc'),
        participation: 'DELEGATED',
        parametres,
        autres,
        ecriteLe: dans(-5)
      })
    )
    imap.deposer(
      reponseDAgenda('apple', {
        uid: uid(),
        courriel: adresse('Max Vert'),
        nom: 'Max Vert',
        participation: 'TENTATIVE',
        ecriteLe: dans(-5)
      })
    )
    expect(await relever()).toMatchObject({ lus: 3, reponses: 2, gardes: 1 })
    expect(await invite('Ana Roy')).toMatchObject({ reponse: 'absent' })
    expect(await invite('Sam Blanc')).toMatchObject({ reponse: 'remplace', remplacant: 'Paul Durand' })
    expect(await invite('Max Vert')).toMatchObject({ reponse: null })
    expect(await gardes()).toMatchObject([{ raison: 'peut_etre', nom: 'Max Vert' }])
  })

  test('ce qu’elle a dit depuis par son lien l’emporte sur un agenda plus ancien', async () => {
    const { id } = await invite('Lou Petit')
    reussi(await repondreInvitation({ ...scene, maintenant: new Date() }, { id, reponse: 'absent' }))
    imap.deposer(reponseDAgenda('outlook', { uid: uid(), courriel: adresse('Lou Petit'), ecriteLe: dans(-30) }))
    expect(await relever()).toMatchObject({ lus: 1, reponses: 0, gardes: 0 })
    expect(await invite('Lou Petit')).toMatchObject({ reponse: 'absent' })
  })

  test('réexpédiée, une réponse que sa signature garantit est prise', async () => {
    const entetes = ['Authentication-Results: mx.exemple.fr; spf=fail smtp.mailfrom=lycee.fr; dkim=pass header.d=ml.fr']
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Noé Brun'), ecriteLe: dans(-5) }, { entetes }))
    expect(await relever()).toMatchObject({ lus: 1, reponses: 1 })
    expect(await invite('Noé Brun')).toMatchObject({ reponse: 'vient' })
  })

  test('un autre horaire proposé par un agenda, sans un mot de notre courriel, se voit sur la séance et ne répond à rien', async () => {
    for (const [programme, qui] of [
      ['outlook', 'Lou Petit'],
      ['google', 'Ana Roy']
    ] as const) {
      const dite = { uid: uid(), courriel: adresse(qui), nom: qui, participation: 'TENTATIVE' as const, ecriteLe: dans(-5) }
      imap.deposer(reponseDAgenda(programme, dite, { methode: 'COUNTER' }))
    }
    expect(await relever()).toMatchObject({ lus: 2, reponses: 0, gardes: 2 })
    expect((await gardes()).map(({ raison, nom, objetId }) => [raison, nom, objetId]).sort()).toEqual([
      ['autre_horaire', 'Ana Roy', seance],
      ['autre_horaire', 'Lou Petit', seance]
    ])
    expect(await invite('Lou Petit')).toMatchObject({ reponse: null })
  })

  test('une adresse qui n’est pas invitée, un nom emprunté, une date d’avant : rien n’est pris, et la coordination les voit', async () => {
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: 'l.petit@ailleurs.fr', ecriteLe: dans(-5) }))
    imap.deposer(
      reponseDAgenda('google', { uid: uid(), courriel: adresse('Ana Roy'), ecriteLe: dans(-5) }, { de: 'farceur@ailleurs.fr' })
    )
    for (const verdict of ['spf=fail; dmarc=fail', 'spf=fail smtp.mailfrom=ml.fr; dkim=none', 'dkim=pass; dmarc=fail']) {
      const entetes = [`Authentication-Results: mx.exemple.fr; ${verdict}`]
      imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Noé Brun'), ecriteLe: dans(-5) }, { entetes }))
    }
    reussi(
      await modifierSeance(scene, {
        id: seance,
        jour: '2031-12-16',
        heure: '14 h',
        duree: '2 h',
        lieu: 'Mairie',
        motifQuota: 'Pour l’essai.'
      })
    )
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Zoé Gris'), version: 0, ecriteLe: dans(-5) }))
    expect(await relever()).toMatchObject({ lus: 6, reponses: 0, gardes: 6 })
    expect((await convocation()).invites.every(({ reponse }) => reponse === null)).toBe(true)
    expect((await gardes()).map(({ raison }) => raison).sort()).toEqual([
      'adresse_inconnue',
      'autre_expediteur',
      'autre_expediteur',
      'autre_expediteur',
      'autre_expediteur',
      'date_depassee'
    ])
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Zoé Gris'), version: 1, ecriteLe: dans(-5) }))
    expect(await relever()).toMatchObject({ reponses: 1 })
  })

  test('après l’annulation, une réponse ne s’écrit plus', async () => {
    reussi(await annulerSeance(scene, { id: seance, motifAnnulation: 'Salle prise.' }))
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Lou Petit'), version: 1, ecriteLe: dans(-5) }))
    expect(await relever()).toMatchObject({ reponses: 0, gardes: 1 })
    expect(await gardes()).toMatchObject([{ raison: 'trop_tard', reponse: 'vient' }])
  })

  test('une adresse refusée est marquée avec sa raison ; un retard est dit, sans être un refus', async () => {
    const [lou, ana, sam, noe] = [
      await lettreDe('Lou Petit'),
      await lettreDe('Ana Roy'),
      await lettreDe('Sam Blanc'),
      await lettreDe('Noé Brun')
    ]
    imap.deposer(retour({ courriel: 'autre@cpts.fr', lettre: `${lou}@sante.exemple.fr` }))
    imap.deposer(
      retour({
        courriel: adresse('Ana Roy'),
        action: 'delayed',
        statut: '4.4.1',
        diagnostic: 'smtp; 451 Try later',
        lettre: `${ana}@sante.exemple.fr`
      })
    )
    // a report that gives nothing of the letter back proves nothing: anybody can name an address
    imap.deposer(retour({ courriel: adresse('Sam Blanc'), statut: '5.2.2', diagnostic: 'smtp; 552 Mailbox full' }))
    imap.deposer(retour({ courriel: adresse('Noé Brun'), action: 'relayed', statut: '2.0.0', lettre: `${noe}@sante.exemple.fr` }))
    imap.deposer(retour({ courriel: 'personne@nulle-part.fr' }))
    expect(await relever()).toEqual({ lus: 5, reponses: 0, refus: 1, retards: 1, gardes: 1 })
    expect(await etatDe(lou)).toEqual({
      etat: 'refuse',
      motif: 'Cette adresse n’existe pas, ou plus\u00a0: 550 5.1.1 User unknown'
    })
    expect(await etatDe(ana)).toEqual({
      etat: 'parti',
      motif: 'Son serveur ne l’a pas encore pris, et réessaie de lui-même\u00a0: 451 Try later'
    })
    expect(await etatDe(sam)).toEqual({ etat: 'parti', motif: null })
    expect(await etatDe(noe)).toEqual({ etat: 'parti', motif: null })
    const { suspens, courriers } = await convocation()
    expect(suspens.map(({ nom, etat }) => [nom, etat]).sort()).toEqual([
      ['Ana Roy', 'parti'],
      ['Lou Petit', 'refuse']
    ])
    expect(courriers).toMatchObject([{ raison: 'retour_inconnu', courriel: adresse('Sam Blanc') }])
  })

  test('un serveur qui refuse en toutes lettres est compris par notre lettre qu’il rend ; sans elle, il n’accuse personne', async () => {
    const lou = await lettreDe('Lou Petit')
    const refus =
      'Hi. This is the qmail-send program.\r\n<lou@cpts.fr>:\r\n550 5.1.1 No such user\r\n\r\n--- Below this line is a copy of the message.\r\n'
    imap.deposer(mots('MAILER-DAEMON@mx.exemple.fr', null, [], refus))
    expect(await relever()).toMatchObject({ lus: 1, refus: 0 })
    imap.deposer(mots('MAILER-DAEMON@mx.exemple.fr', null, [], `${refus}\r\nMessage-ID: <${lou}@sante.exemple.fr>\r\n`))
    expect(await relever()).toMatchObject({ lus: 1, refus: 1 })
    expect(await etatDe(lou)).toMatchObject({ etat: 'refuse' })
  })

  test('une absence automatique n’est pas une réponse ; des mots écrits sont annoncés sans être copiés ; le reste ne laisse pas de trace', async () => {
    const lou = `${await lettreDe('Lou Petit')}@sante.exemple.fr`
    imap.deposer(mots('lou@cpts.fr', lou, ['Auto-Submitted: auto-replied']))
    imap.deposer(mots('lou@cpts.fr', lou, ['X-Autoreply: yes']))
    imap.deposer(mots('Lou Petit <lou@cpts.fr>', lou, [], 'Je suis souffrante.'))
    imap.deposer(mots('inconnu@ailleurs.fr', null, [], 'Une tout autre affaire.'))
    imap.deposer(mots('inconnu@ailleurs.fr', '0198a2b4-0000-7000-8000-000000000000@sante.exemple.fr'))
    expect(await relever()).toEqual({ lus: 5, reponses: 0, refus: 0, retards: 0, gardes: 1 })
    expect(await gardes()).toMatchObject([
      { raison: 'reponse_ecrite', nom: 'Lou Petit', courriel: 'lou@cpts.fr', sujet: 'Re: Invitation' }
    ])
    const tout = (await ici((db) => db.execute(sql`select row_to_json(c)::text as dit from courriers c`))) as unknown as {
      dit: string
    }[]
    expect(tout.map(({ dit }) => dit).join()).not.toMatch(/souffrante|autre affaire/)
  })

  test('des messages abîmés, énormes ou creux ne l’arrêtent pas', async () => {
    for (const abime of ABIMES) imap.deposer(abime)
    imap.deposer(mots('gros@exemple.fr', null, [], 'x'.repeat(3_000_000)))
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Lou Petit'), ecriteLe: dans(-5) }))
    expect(await relever()).toMatchObject({ reponses: 1 })
    expect(await relever()).toMatchObject({ lus: 0 })
  }, 30_000)

  test('une boîte dont les messages ont changé de numéro est reprise, et rien n’est fait deux fois', async () => {
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Lou Petit'), ecriteLe: dans(-5) }))
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: 'l.petit@ailleurs.fr', ecriteLe: dans(-5) }))
    expect(await relever()).toMatchObject({ reponses: 1, gardes: 1 })
    imap.renumeroter()
    const relu = await relever()
    expect(relu).toMatchObject({ reponses: 0 })
    expect((relu as { lus: number }).lus).toBeGreaterThan(1)
    expect(await gardes()).toHaveLength(1)
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Ana Roy'), nom: 'Ana Roy', ecriteLe: dans(0) }))
    expect(await relever()).toMatchObject({ lus: 1, reponses: 1 })
  })

  test('un processus tué au milieu n’oublie rien, et la relève suivante ne dit rien deux fois', async () => {
    for (const nom of GENS)
      imap.deposer(reponseDAgenda('outlook', { uid: uid(), courriel: adresse(nom), nom, ecriteLe: dans(-5) }))
    const enfant = spawn(
      process.execPath,
      [...NODE_FLAGS, 'tests/boite/relever.ts', essai.adresse('application'), CLE, scene.perimetre.collectiviteId, '4'],
      { stdio: 'inherit' }
    )
    const signal = await new Promise((fini) => enfant.on('exit', (_, par) => fini(par)))
    expect(signal).toBe('SIGKILL')
    expect((await convocation()).invites.filter(({ reponse }) => reponse === 'vient')).toHaveLength(3)
    await expect.poll(relever).toMatchObject({ lus: 3, reponses: 3 })
    expect((await convocation()).invites.every(({ reponse }) => reponse === 'vient')).toBe(true)
    const [{ dits }] = (await ici((db) =>
      db.execute(sql`select count(*)::int as dits from changements where acte = 'invitation.repondre' and racine_id = ${seance}`)
    )) as unknown as [{ dits: number }]
    expect(dits).toBe(GENS.length)
  }, 60_000)

  test('deux processus ne relèvent pas la même boîte en même temps', async () => {
    for (const nom of GENS)
      imap.deposer(reponseDAgenda('outlook', { uid: uid(), courriel: adresse(nom), nom, ecriteLe: dans(-5) }))
    const faites = await Promise.all([relever(), relever(), relever()])
    expect(faites.filter((une) => une !== null)).toMatchObject([{ reponses: GENS.length }])
  })

  test('tous les territoires qui ont une boîte sont relevés ; un autre ne reçoit pas ce qui n’est pas à lui', async () => {
    const voisin = await unTerritoire(essai.base().db, { code: '94028', maintenant: new Date() })
    const reglage = {
      adresse: 'autre@exemple.fr',
      hote: '127.0.0.1',
      port: imap.port,
      chiffrement: 'aucun',
      compte: COMPTE.compte,
      scelle: reglages.coffre().sceller(COMPTE.motDePasse, voisin.perimetre.collectiviteId),
      uidValidite: '0',
      dernierUid: 0
    }
    reussi(await reglerBoite(voisin, reglage))
    imap.deposer(reponseDAgenda('google', { uid: uid(), courriel: adresse('Lou Petit'), ecriteLe: dans(-5) }))
    await releverPartout(essai.base(), reglages)
    expect(await invite('Lou Petit')).toMatchObject({ reponse: 'vient' })
    const chezLui = await lecture(voisin.perimetre, (db) => lireBoite(db, voisin.perimetre), essai.base().db)
    expect(chezLui).toMatchObject({ boite: { faute: null }, courriers: [] })
    // its password does not open with another key, and the page says so
    const perdue = { ...reglages, coffre: () => ouvrirCoffre({ TISSERAND_CLE: 'une-tout-autre-cle-perdue', dossier: '' }) }
    expect(await releverBoite(essai.base(), perdue, voisin.perimetre.collectiviteId)).toBe('cle_changee')
  })
})
