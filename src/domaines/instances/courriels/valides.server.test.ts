import ICAL from 'ical.js'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser, type ParsedMail } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { ouvrirFacteur, type Lettre } from '#tests/parcours/facteur.ts'
import { jourDe } from '#platform/dates.ts'
import { ouvrirCourrier, type Message } from '#platform/courrier.server.ts'
import { readSettings } from '#platform/env.server.ts'
import { nouvelId } from '#platform/ids.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { travauxDesComptes } from '#domaines/comptes/jobs.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { reglerBoite } from '#domaines/partenaires/commands/boites.server.ts'
import { distribuer } from '#domaines/partenaires/jobs.server.ts'
import { NATURES_ENVOI, type NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import { demanderNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { redacteursDesActions } from '#domaines/actions/jobs.server.ts'
import { redacteursDesEspaces } from '#domaines/pilotage/jobs.server.ts'
import { accueillir } from '../commands/emargement.server.ts'
import { conclure, validerCompteRendu } from '../commands/compte-rendu.server.ts'
import { convoquerSeance } from '../commands/invitations.server.ts'
import { composerOrdreDuJour } from '../commands/points.server.ts'
import { composerRencontres, noterRencontre } from '../commands/rencontres.server.ts'
import { annulerSeance, modifierSeance, prevoirSeance } from '../commands/seances.server.ts'
import { transmettreContacts } from '../commands/transmettre-contacts.server.ts'
import { confierTache } from '../commands/taches.server.ts'
import { uneInstance, uneSeanceTenue } from '../fixtures.server.ts'
import { redacteursDesSeances } from '../jobs.server.ts'
import { lireRencontres } from '../queries/rencontres.server.ts'
import { agendaDeLInvitation } from '../exports/agenda.server.ts'
import { lireConvocation, lireInvitation } from '../queries/invitations.server.ts'
import { lecture } from '#platform/db.server.ts'

const essai = baseDeTest()
const ADRESSE = 'https://sante.exemple.fr'
const LOU = 'lou.petit@cpts.fr'
const lues: Record<string, { brut: string; lue: ParsedMail; de: string }> = {}
let telechargee = ''
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let scene: Scene

const lire = async ({ brut, de }: Lettre) => ({ brut, de, lue: await simpleParser(brut, { keepCidLinks: true }) })

/** Every letter that the product writes, as a mail server receives it. */
beforeAll(async () => {
  facteur = await ouvrirFacteur()
  const courrier = ouvrirCourrier(
    readSettings({
      SMTP_HOTE: '127.0.0.1',
      SMTP_PORT: String(facteur.port),
      SMTP_EXPEDITEUR: 'Tisserand « santé » <ne-pas-repondre@exemple.fr>'
    })
  )
  const { db } = essai.base()
  scene = await unTerritoire(db, { maintenant: new Date() })
  const comptes = travauxDesComptes(db, courrier, ADRESSE)
  await comptes.connexion_demandee!({ compteId: scene.acteur.compteId })
  lues.connexion = await lire(facteur.lettres.at(-1)!)
  await comptes.membre_invite!({
    compteId: scene.acteur.compteId,
    collectiviteId: scene.perimetre.collectiviteId,
    par: 'Zoé Œuvrard'
  })
  lues.membre = await lire(facteur.lettres.at(-1)!)

  await desContacts(scene, [{ nom: 'Lou Petit', courriel: LOU, structure: 'CPTS de l’Oise' }])
  const instanceId = await uneInstance(scene)
  const tenue = await uneSeanceTenue(scene, jourDe(new Date()), { instanceId })
  const promesse =
    'Écrire à toutes les maisons de santé du territoire, une par une, pour leur dire que la permanence ouvre en janvier, et demander à chacune un nom'
  reussi(await accueillir(scene, { id: tenue, nom: 'Noé Blanc' }))
  reussi(
    await conclure(scene, {
      id: tenue,
      sorte: 'decision',
      texte: 'Ouvrir une permanence « sans rendez-vous » & la dire < partout >.'
    })
  )
  reussi(await confierTache(scene, { id: tenue, texte: promesse, personne: 'Lou Petit', echeance: '2024-05-01' }))
  reussi(await validerCompteRendu(scene, { id: tenue }))
  const prevue = await prevoirSeance(scene, {
    instanceId,
    jour: '2031-12-09',
    heure: '14 h',
    duree: '2 h',
    lieu: 'Espace Santé, 2 place de la Mairie'
  })
  const { id: seance } = reussi(prevue)
  reussi(
    await composerOrdreDuJour(scene, { id: seance, points: [{ temps: 'presentation', structure: 'Maison Prévention Santé' }] })
  )
  reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
  const { invites } = await lecture(scene.perimetre, (tx) => lireConvocation(tx, scene.perimetre, seance), db)
  const destinataires = [{ personneId: invites[0]!.personneId, structureId: null, courriel: LOU }]
  const reglages = {
    courrier,
    domaine: 'sante.exemple.fr',
    parMinute: 60_000,
    redacteurs: { ...redacteursDesSeances(ADRESSE), ...redacteursDesActions(ADRESSE), ...redacteursDesEspaces(ADRESSE) }
  }
  const partir = async (nom: string, nature?: NatureEnvoi, objetId = seance) => {
    if (nature) reussi(await confierEnvois(scene, { nature, objetId, destinataires }))
    await distribuer(essai.base(), reglages, scene.perimetre.collectiviteId)
    lues[nom] = await lire(facteur.lettres.at(-1)!)
  }
  await partir('publiee')
  const boite = { adresse: 'sante@exemple.fr', hote: 'imap.exemple.fr', port: 993, chiffrement: 'tls', compte: 'sante' }
  reussi(await reglerBoite(scene, { ...boite, scelle: 'c1.x', uidValidite: '1', dernierUid: 0 }))
  await partir('invitation', 'invitation')
  const offerte = await lecture(scene.perimetre, (tx) => lireInvitation(tx, scene.perimetre.collectiviteId, invites[0]!), db)
  telechargee = agendaDeLInvitation(offerte!, `${ADRESSE}/invitation/x`, new Date()).contenu
  await partir('rappel', 'rappel')
  await partir('place', 'place')
  reussi(await modifierSeance(scene, { id: seance, jour: '2031-12-16', heure: '15 h', duree: '2 h', lieu: 'Mairie' }))
  await partir('mise_a_jour')
  reussi(await annulerSeance(scene, { id: seance, motifAnnulation: 'La salle est inondée.' }))
  await partir('annulation')
  await partir('compte_rendu', 'compte_rendu', tenue)
  await partir('taches', 'taches', tenue)
  const intitule = 'Permanence d’accès aux droits à la maison de quartier, au centre social et dans les deux mairies annexes'
  const { id: ficheId } = reussi(await creerFiche(scene, { titre: intitule }))
  reussi(await ecrireIntervenants(scene, { id: ficheId, intervenants: [{ role: 'personne_pilote', personne: 'Lou Petit' }] }))
  reussi(await demanderNouvelles(scene, { demandes: [{ ficheId, a: `personne ${invites[0]!.personneId}` }] }))
  await partir('nouvelles')
  await partir('espace', 'espace', invites[0]!.personneId!)
  const autres = [
    ['Lou Petit', 'CPTS de l’Oise'],
    ...['Ana Roy', 'Noé Blanc', 'Zoé Œuvrard'].map((nom) => [nom, `Maison de santé pluriprofessionnelle universitaire de ${nom}`])
  ].map(([personne, structure]) => ({ personne, structure }))
  reussi(await composerRencontres(scene, { seanceId: tenue, tours: 1, minutes: 5, autres }))
  const { paires } = await lecture(scene.perimetre, (tx) => lireRencontres(tx, scene.perimetre, tenue), db)
  for (const { id } of paires) reussi(await noterRencontre(scene, { id, promesse, unAccepte: 'oui', autreAccepte: 'oui' }))
  reussi(await transmettreContacts(scene, { seanceId: tenue }))
  await partir('contacts')
  courrier.fermer()
}, 120_000)
afterAll(() => facteur.fermer())

const DE_PARTENAIRES = ['publiee', ...NATURES_ENVOI]
const TOUTES = ['connexion', 'membre', ...DE_PARTENAIRES]

describe('chaque lettre est un courriel valide', () => {
  test.each(TOUTES)('« %s » : entêtes, mots codés, texte avant la page', async (nom) => {
    const { brut, lue } = lues[nom]!
    const tete = brut.slice(0, brut.indexOf('\r\n\r\n'))
    for (const entete of ['Date', 'Message-ID', 'From', 'To', 'Subject', 'MIME-Version'])
      expect(tete.match(new RegExp(`^${entete}:`, 'gim')), entete).toHaveLength(1)
    expect(tete).toMatch(/^MIME-Version: 1\.0$/m)
    expect(tete).toMatch(/^Message-ID: <[^\s<>@]+@[^\s<>@]+>$/im)
    // RFC 5322: lines of 998 octets at most, ended by both signs, and nothing but ASCII in the headers
    expect(brut.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const ligne of brut.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(998)
    expect(tete).toMatch(/^[\x20-\x7e\r\n\t]*$/)
    expect(Math.abs(lue.date!.getTime() - Date.now())).toBeLessThan(600_000)
    expect(lue.from!.value).toEqual([{ name: 'Tisserand « santé »', address: 'ne-pas-repondre@exemple.fr' }])
    expect(lue.subject).not.toMatch(/=\?|\ufffd/)
    const [texte, html] = [
      brut.indexOf('Content-Type: text/plain; charset=utf-8'),
      brut.indexOf('Content-Type: text/html; charset=utf-8')
    ]
    expect(brut).toMatch(/Content-Type: multipart\/alternative/)
    expect(texte).toBeGreaterThan(0)
    expect(html).toBeGreaterThan(texte)
  })

  test.each(TOUTES)('« %s » : se lit en texte seul, en 72 colonnes, et dit la même chose que la page', async (nom) => {
    const { text = '', html } = lues[nom]!.lue
    expect(text).toMatch(/^Bonjour/)
    expect(text).not.toMatch(/<\/?\w|&(?:nbsp|amp|lt|gt|quot|#\d+);|=[0-9A-F]{2}|\ufffd|undefined|\[object/)
    for (const ligne of text.split('\n')) if (!/^\s*https:\S+$/.test(ligne)) expect(ligne.length, ligne).toBeLessThanOrEqual(72)
    // every address of the page is in the text, whole
    for (const [, href] of String(html).matchAll(/href="([^"]+)"/g)) expect(text).toContain(href!.replaceAll('&amp;', '&'))
    expect(html).toMatch(/^<!doctype html><html lang="fr">/)
    expect(/<title>(.*)<\/title>/.exec(String(html))![1]!.replaceAll('&amp;', '&')).toBe(lues[nom]!.lue.subject)
    expect(html).not.toMatch(/<(?:script|img|link|iframe)\b|src=/)
  })

  test.each(DE_PARTENAIRES)('« %s » : qui la reçoit peut y mettre fin d’un clic, et répondre à quelqu’un', (nom) => {
    const { lue, de } = lues[nom]!
    const brut = lues[nom]!.brut.replace(/\r\n[ \t]+/g, ' ').replaceAll('\r', '')
    expect(lue.to).toMatchObject({ text: LOU })
    expect(brut).toMatch(/^List-Unsubscribe: <https:\/\/sante\.exemple\.fr\/\S+\/messages>$/m)
    expect(brut).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    expect(lue.replyTo!.text).toBe(nom === 'publiee' ? scene.acteur.nom : 'sante@exemple.fr')
    // a refusal comes back where it is read, when there is such a place
    expect(de).toBe(nom === 'publiee' ? 'ne-pas-repondre@exemple.fr' : 'sante@exemple.fr')
  })
})

describe('R-090 · l’agenda joint', () => {
  const agendaDe = (nom: string) => {
    const { attachments } = lues[nom]!.lue
    const parts = attachments.filter(({ contentType }) => /^(?:text\/calendar|application\/ics)$/.test(contentType))
    const calendrier = new ICAL.Component(ICAL.parse(parts[0]!.content.toString('utf8')))
    const evenement = new ICAL.Event(calendrier.getFirstSubcomponent('vevent')!)
    return {
      methodes: [...new Set([calendrier.getFirstPropertyValue('method'), /method=(\w+)/.exec(lues[nom]!.brut)![1]])],
      uid: evenement.uid,
      version: evenement.sequence,
      debut: evenement.startDate.toJSDate().toISOString(),
      organisateur: evenement.organizer,
      statut: evenement.component.getFirstPropertyValue('status'),
      invites: evenement.attendees.map((un) => [
        String(un.getFirstValue()).toLowerCase(),
        un.getFirstParameter('partstat'),
        un.getFirstParameter('rsvp') ?? null
      ])
    }
  }
  const seance = {
    organisateur: 'mailto:sante@exemple.fr',
    statut: 'CONFIRMED',
    invites: [[`mailto:${LOU}`, 'NEEDS-ACTION', 'TRUE']]
  }

  test('sans boîte, elle est publiée, et ne demande rien', () =>
    expect(agendaDe('publiee')).toMatchObject({ methodes: ['PUBLISH'], version: 0, invites: [] }))
  test.each(['invitation', 'rappel', 'place'])('avec une boîte, « %s » est une demande à une seule personne', (nom) =>
    expect(agendaDe(nom)).toMatchObject({ ...seance, methodes: ['REQUEST'], version: 0, debut: '2031-12-09T13:00:00.000Z' })
  )
  test('un déplacement est la même entrée, une version plus loin', () => {
    expect(agendaDe('mise_a_jour')).toMatchObject({
      ...seance,
      methodes: ['REQUEST'],
      version: 1,
      debut: '2031-12-16T14:00:00.000Z'
    })
    expect(new Set(['publiee', 'invitation', 'mise_a_jour', 'annulation'].map((nom) => agendaDe(nom).uid)).size).toBe(1)
  })
  test('une annulation retire l’entrée', () =>
    expect(agendaDe('annulation')).toMatchObject({
      methodes: ['CANCEL'],
      version: 2,
      statut: 'CANCELLED',
      organisateur: seance.organisateur
    }))
  test('le fichier que la page de l’invitation propose est du même organisateur, et ne demande rien', () => {
    const evenement = new ICAL.Event(new ICAL.Component(ICAL.parse(telechargee)).getFirstSubcomponent('vevent')!)
    expect([evenement.uid, evenement.organizer, evenement.attendees]).toEqual([
      agendaDe('invitation').uid,
      seance.organisateur,
      []
    ])
    expect(telechargee).toContain('METHOD:PUBLISH')
  })
  test('un compte rendu et des tâches n’en ont pas', () => {
    for (const nom of ['compte_rendu', 'taches', 'contacts', 'connexion']) expect(lues[nom]!.lue.attachments).toEqual([])
  })
})

test('un fournisseur qui n’accepte que son compte pour expéditeur ne retient pas la lettre : elle part sans retour', async () => {
  const { SMTPServer } = await import('smtp-server')
  const essayes: string[] = []
  const recus: string[] = []
  const serveur = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disabledCommands: ['STARTTLS'],
    onMailFrom: ({ address }, _, suite) => {
      essayes.push(address)
      suite(address === 'compte@exemple.fr' ? null : Object.assign(new Error('Sender address rejected'), { responseCode: 553 }))
    },
    onData(flux, { envelope }, fini) {
      flux.on('data', () => {})
      flux.on('end', () => {
        recus.push(envelope.mailFrom ? envelope.mailFrom.address : '')
        fini()
      })
    }
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const { port } = serveur.server.address() as { port: number }
  const courrier = ouvrirCourrier(
    readSettings({ SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(port), SMTP_EXPEDITEUR: 'Tisserand <compte@exemple.fr>' })
  )
  const message: Message = {
    a: LOU,
    objet: 'Bonjour',
    texte: 'Bonjour',
    html: '<p>Bonjour</p>',
    identifiant: `${nouvelId()}@exemple.fr`,
    retour: 'sante@exemple.fr'
  }
  await courrier.envoyer(message)
  // from another domain, the return is left alone
  await courrier.envoyer({ ...message, retour: 'sante@ailleurs.fr' })
  expect(essayes).toEqual(['sante@exemple.fr', 'compte@exemple.fr', 'compte@exemple.fr'])
  expect(recus).toEqual(['compte@exemple.fr', 'compte@exemple.fr'])
  courrier.fermer()
  await new Promise<void>((fini) => serveur.close(() => fini()))
})

test('sans serveur de courrier, la lettre se dépose en un fichier .eml que tout logiciel ouvre', async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'depose-'))
  const courrier = ouvrirCourrier({ ...readSettings({ SMTP_EXPEDITEUR: 'Tisserand <compte@exemple.fr>' }), dossier })
  const agenda = {
    methode: 'REQUEST' as const,
    contenu: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  }
  await courrier.envoyer({
    a: LOU,
    objet: 'Été à Cergy',
    texte: 'Bonjour «\u00a0Lou\u00a0»',
    html: '<p>Bonjour</p>',
    agenda,
    retour: 'sante@exemple.fr'
  })
  const [nom] = (await readdir(courrier.boite!)).filter((fichier) => fichier.endsWith('.eml'))
  const brut = await readFile(join(courrier.boite!, nom!), 'utf8')
  expect(brut.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lue = await simpleParser(brut)
  expect([lue.subject, lue.text!.trim(), lue.attachments.map(({ contentType }) => contentType)]).toEqual([
    'Été à Cergy',
    'Bonjour «\u00a0Lou\u00a0»',
    ['text/calendar', 'application/ics']
  ])
  await rm(dossier, { recursive: true, force: true })
})
