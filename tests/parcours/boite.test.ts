import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { reponseDAgenda, retour } from '../boite/courriers.ts'
import { COMPTE, ouvrirImap } from '../boite/serveur.ts'
import { importerCarnet, ouvrirFacteur, type Lettre } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let imap: Awaited<ReturnType<typeof ouvrirImap>>
let chiffree: Awaited<ReturnType<typeof ouvrirImap>>
let serveur: Serveur

beforeAll(async () => {
  facteur = await ouvrirFacteur()
  imap = await ouvrirImap()
  chiffree = await ouvrirImap({ secureConnection: true })
  serveur = await launchServer({
    TISSERAND_DEMO: 'oui',
    SMTP_HOTE: '127.0.0.1',
    SMTP_PORT: String(facteur.port),
    SMTP_EXPEDITEUR: 'Tisserand <ne-pas-repondre@exemple.fr>'
  })
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await Promise.all([facteur.fermer(), imap.fermer(), chiffree.fermer()])
})

const a = (adresse: string): Lettre => facteur.lettres.findLast((lettre) => lettre.a === adresse)!
/** The calendar entry of a letter. */
async function agendaDe({ brut }: Lettre) {
  const { attachments } = await simpleParser(brut)
  const fichier = attachments.find(({ contentType }) => /calendar|ics/.test(contentType))!
  const calendrier = new ICAL.Component(ICAL.parse(fichier.content.toString('utf8')))
  const evenement = calendrier.getFirstSubcomponent('vevent')!
  return {
    methode: calendrier.getFirstPropertyValue('method'),
    uid: String(evenement.getFirstPropertyValue('uid')),
    version: evenement.getFirstPropertyValue('sequence'),
    organisateur: evenement.getFirstPropertyValue('organizer'),
    invites: evenement.getAllProperties('attendee')
  }
}
const nomDeLettre = ({ brut }: Lettre) => /^Message-ID: <([^>]+)>/im.exec(brut)![1]!

async function remplir(
  page: Page,
  champs: { hote?: string; port: number; motDePasse?: string; dossier?: string; chiffrement?: string }
) {
  const { hote = '127.0.0.1', port, motDePasse = COMPTE.motDePasse, dossier = 'INBOX', chiffrement = 'aucun' } = champs
  await page.getByLabel(/^Adresse de la boîte/).fill('sante@exemple.fr')
  await page.getByLabel(/^Serveur IMAP/).fill(hote)
  await page.getByLabel(/^Port/).fill(String(port))
  await page.getByLabel('Chiffrement').selectOption(chiffrement)
  await page.getByLabel(/^Compte/).fill(COMPTE.compte)
  await page.getByLabel(/^Mot de passe/).fill(motDePasse)
  await page.getByLabel(/^Dossier/).fill(dossier)
}

test('R-090 · essayer une boîte dit ce qui a été trouvé, et le mot de passe n’est jamais remontré', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('link', { name: 'Boîte de réception' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aucune boîte de réception n’est relevée' }).waitFor()
  await verifierPage(page)
  const essayer = async (champs: Parameters<typeof remplir>[1], dite: RegExp) => {
    await remplir(page, champs)
    await page.getByRole('button', { name: 'Essayer' }).click()
    await page.getByText(dite).first().waitFor()
    expect(await page.content()).not.toContain(champs.motDePasse ?? COMPTE.motDePasse)
  }
  await essayer({ port: 1 }, /refuse la connexion sur ce port/)
  await verifierPage(page)
  expect(await page.getByLabel(/^Compte/).inputValue()).toBe(COMPTE.compte)
  await essayer({ hote: 'imap.nulle-part.invalid', port: 993, chiffrement: 'tls' }, /n’existe pas sous ce nom/)
  await essayer({ port: imap.port, motDePasse: 'ce n’est pas lui' }, /refusé ce compte ou ce mot de passe/)
  await essayer({ port: imap.port, dossier: 'Nulle part' }, /ce dossier n’y est pas/)
  await essayer({ port: chiffree.port, chiffrement: 'tls' }, /ne prouve pas qui il est/)
  await essayer({ port: imap.port, chiffrement: 'starttls' }, /ne parle pas ce chiffrement/)
  await essayer({ hote: 'imap.exemple.fr', port: imap.port }, /ne vaut que pour un serveur de cette machine/)
  await essayer({ port: imap.port }, /On entre, et le dossier «\sINBOX\s» a 0 message/)
  expect(await page.textContent('main')).toContain('Aucune boîte de réception')
  await finir()
})

test('R-090 · avec une boîte, l’invitation est une demande ; la réponse d’un agenda et un refus se voient sur la séance', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await importerCarnet(page, 6, 3)
  await page.goto('/cergy/reglages/boite')
  await remplir(page, { port: imap.port })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: 'La boîte de réception est relevée' }).waitFor()
  await verifierPage(page)
  expect(await page.content()).not.toContain(COMPTE.motDePasse)

  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  await page.locator('#seances a').first().click()
  await page.getByText('Les réponses et les refus qui arrivent à sante@exemple.fr se voient ici').waitFor()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: /personnes invitées/ }).waitFor()
  await expect.poll(() => facteur.lettres.filter((lettre) => /^partenaire\d@/.test(lettre.a)).length, { timeout: 60_000 }).toBe(6)
  const seance = page.url()

  const lettre = a('partenaire1@exemple.fr')
  const { uid, ...demande } = await agendaDe(lettre)
  expect(demande).toMatchObject({ methode: 'REQUEST', version: 0, organisateur: 'mailto:sante@exemple.fr' })
  expect(
    demande.invites.map((un) => [
      String(un.getFirstValue()).toLowerCase(),
      un.getFirstParameter('rsvp'),
      un.getFirstParameter('partstat')
    ])
  ).toEqual([['mailto:partenaire1@exemple.fr', 'TRUE', 'NEEDS-ACTION']])
  expect(lettre.de).toBe('sante@exemple.fr')
  expect((await simpleParser(lettre.brut)).replyTo!.text).toBe('sante@exemple.fr')

  // what their programs answer, and what the post gives back
  const nom = 'Partenaire 1'
  imap.deposer(reponseDAgenda('outlook', { uid, courriel: 'partenaire1@exemple.fr', nom }))
  imap.deposer(
    reponseDAgenda('google', { uid, courriel: 'partenaire2@exemple.fr', nom: 'Partenaire 2', participation: 'DECLINED' })
  )
  imap.deposer(reponseDAgenda('thunderbird', { uid, courriel: 'p3@ailleurs.fr', nom: 'Partenaire 3' }))
  imap.deposer(retour({ courriel: 'partenaire4@exemple.fr', lettre: nomDeLettre(a('partenaire4@exemple.fr')) }))
  await page.goto('/cergy/reglages/boite')
  await page.getByRole('button', { name: 'Relever maintenant' }).click()
  await page.getByText('4 courriels lus : 2 réponses d’agenda notées, 1 refus noté et 1 courriel à regarder.').waitFor()
  await page.getByText('répond par son agenda, depuis une adresse qui n’est pas invitée').waitFor()
  await verifierPage(page)

  await page.goto(seance)
  await page.getByText('1 vient, 1 ne peut pas venir').waitFor()
  await page.getByText('Cette adresse n’existe pas, ou plus : 550 5.1.1 User unknown').waitFor()
  await verifierPage(page)
  // the answer that came from another address is said to be hers, by hand
  await page.getByText('Dire de qui est la réponse de Partenaire 3').click()
  expect(await page.getByLabel(/^C’est la réponse de/).inputValue()).toBe('Partenaire 3')
  await page.getByLabel(/^C’est la réponse de/).fill('Inconnue')
  await page.getByRole('button', { name: 'Noter cette réponse' }).click()
  await page.getByText('Personne d’invité ne porte ce nom ou cette adresse').first().waitFor()
  await page.getByLabel(/^C’est la réponse de/).fill('partenaire3@exemple.fr')
  await page.getByRole('button', { name: 'Noter cette réponse' }).click()
  await page.getByText('2 viennent, 1 ne peut pas venir').waitFor()
  await page.getByRole('link', { name: 'historique' }).click()
  await page.getByText('Partenaire 1, par son agenda').first().waitFor()

  // the address that is no more waits on the dashboard until it is corrected
  await page.goto('/cergy/partenaires/personnes/a-revoir')
  await page.getByRole('heading', { level: 1, name: /^1 adresse à vérifier/ }).waitFor()
  await verifierPage(page)
  await page.goto('/cergy')
  const tache = page.getByRole('listitem').filter({ hasText: '1 adresse à vérifier' })
  await tache.getByText('Partenaire 4').waitFor()
  await tache.getByRole('link', { name: 'La vérifier' }).click()
  await page.getByText(/Le dernier courriel, du .*, a été refusé\. .*User unknown/).waitFor()
  await verifierPage(page)
  await page.getByRole('link', { name: 'Corriger l’adresse' }).click()
  await page.getByLabel('Adresse électronique').fill('partenaire4@ailleurs.fr')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: 'partenaire4@ailleurs.fr' }).waitFor()
  expect(await page.getByText('Adresse à vérifier').count()).toBe(0)
  await page.goto('/cergy/partenaires/personnes/a-revoir')
  await page.getByRole('heading', { level: 1, name: /^3 personnes sans nouvelles/ }).waitFor()

  // called off: the same entry, one version later, and taken away
  const avant = facteur.lettres.length
  await page.goto(seance)
  await page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link').last().click()
  await page.getByText('Annuler cette séance').first().click()
  await page.getByLabel('Pourquoi').first().fill('La salle est prise.')
  await page
    .getByRole('button', { name: /Annuler la séance/ })
    .first()
    .click()
  await expect.poll(() => facteur.lettres.length, { timeout: 60_000 }).toBeGreaterThan(avant)
  await expect.poll(async () => (await agendaDe(a('partenaire1@exemple.fr'))).methode).toBe('CANCEL')
  expect(await agendaDe(a('partenaire1@exemple.fr'))).toMatchObject({ uid, version: 1, organisateur: 'mailto:sante@exemple.fr' })
  await finir()
}, 180_000)

test('R-090 · une boîte oubliée oublie son mot de passe, et les pages le disent, au téléphone et sans script aussi', async () => {
  const { page, finir } = await visite({
    chez: serveur.adresse,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    attendues: /422/
  })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/reglages/boite')
  await page.getByText('Ne plus relever cette boîte').click()
  await page.getByRole('button', { name: 'Oublier cette boîte' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aucune boîte de réception n’est relevée' }).waitFor()
  await remplir(page, { port: imap.port, motDePasse: '' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Donnez le mot de passe de la boîte.').first().waitFor()
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  ).toBeLessThanOrEqual(0)
  await finir()
})
