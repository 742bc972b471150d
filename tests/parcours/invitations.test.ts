import { afterAll, beforeAll, expect, test } from 'vitest'
import { importerCarnet, lienDans, net, ouvrirFacteur, type Lettre } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const PERSONNES = 200
const STRUCTURES = 85
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let serveur: Serveur
let lettres: Lettre[]

beforeAll(async () => {
  facteur = await ouvrirFacteur()
  lettres = facteur.lettres
  serveur = await launchServer({ TISSERAND_DEMO: 'oui', SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(facteur.port) })
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await facteur.fermer()
})

const lienDe = (adresse: string, sorte = '') =>
  lienDans(
    lettres.findLast(({ a }) => a === adresse)!,
    `invitation/[\\w-]+${sorte}`,
    serveur.adresse
  )

test('R-090, R-091, R-094, R-119 · deux cents invitations partent d’un geste, se répondent sans compte ni script au téléphone, et se comptent', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  await entrerChez(page, 'cergy')
  await importerCarnet(page, PERSONNES, STRUCTURES)

  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  await page.locator('#seances a').first().click()
  await page.getByRole('heading', { level: 2, name: 'Personne n’est encore invité' }).waitFor()
  await verifierPage(page)
  const documents = page.locator('#documents')
  await documents.getByRole('link', { name: 'Joindre' }).click()
  await documents.getByLabel(/Un fichier/).setInputFiles({
    name: 'Les chiffres de l’accès aux soins.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Un habitant sur neuf n’a pas de médecin traitant.')
  })
  await documents.getByRole('button', { name: 'Joindre' }).click()
  await documents.getByRole('link', { name: 'Les chiffres de l’accès aux soins' }).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: /200 personnes invitées/ }).waitFor()
  await expect.poll(() => lettres.length, { timeout: 60_000 }).toBe(PERSONNES)
  expect(new Set(lettres.map(({ a }) => a)).size).toBe(PERSONNES)
  await page.reload()
  await expect.poll(() => page.locator('#invitations').textContent()).not.toMatch(/à envoyer encore/)
  await expect.poll(() => page.locator('#invitations').textContent()).toMatch(/200 n’ont pas répondu/)
  await verifierPage(page)

  // what the letter holds: who presents itself, the date for the diary, how to stop
  const lettre = net(lettres.find(({ a }) => a === 'partenaire7@exemple.fr')!)
  expect(lettre).toMatch(/CCAS de Cergy se présente/)
  expect(lettre).toMatch(/method=PUBLISH/i)
  expect(lettre).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
  expect(lettre).toMatch(/Bonjour Partenaire 7/)

  const telephone = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  // a scanner that opens every link of the letter changes nothing
  for (const reponse of ['vient', 'absent', 'lit'])
    expect((await fetch(`${lienDe('partenaire7@exemple.fr')}?reponse=${reponse}`)).status).toBe(200)
  await telephone.page.goto(lienDe('partenaire7@exemple.fr', '\\?reponse=vient'))
  await telephone.page.getByRole('heading', { level: 1, name: /Accès aux droits/ }).waitFor()
  expect(await telephone.page.textContent('main')).not.toContain('C’est noté')
  // what was joined is read before one comes, by the same link
  const joint = telephone.page.getByRole('link', { name: 'Les chiffres de l’accès aux soins' })
  const lu = await telephone.page.request.get((await joint.getAttribute('href'))!)
  expect([lu.status(), await lu.text()]).toEqual([200, 'Un habitant sur neuf n’a pas de médecin traitant.'])
  await telephone.page.getByRole('button', { name: 'Je viens' }).click()
  await telephone.page.getByText('C’est noté, merci').waitFor()
  await telephone.page.getByLabel('Si quelqu’un vient à votre place, son nom').fill('Paul Durand')
  await telephone.page.getByRole('button', { name: 'Quelqu’un de ma structure vient à ma place' }).click()
  await telephone.page.getByText('Paul Durand est attendu·e.').waitFor()

  await telephone.page.goto(lienDe('partenaire8@exemple.fr'))
  await telephone.page.getByRole('button', { name: /Je ne peux pas venir/ }).click()
  await telephone.page.getByText('Le compte rendu vous sera envoyé').waitFor()
  await telephone.finir()

  // the mail program's own « unsubscribe », one POST without a page before it
  const stop = await fetch(lienDe('partenaire9@exemple.fr', '/messages'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual'
  })
  expect([stop.status, await stop.text()]).toEqual([200, expect.stringContaining('dit=choisi')])
  expect((await fetch(`${serveur.adresse}/invitation/inconnu`)).status).toBe(404)
  // each letter has that button: none of their addresses asks where the program comes from
  for (const sorte of ['compte-rendu', 'taches', 'nouvelles', 'espace'])
    expect(
      (await fetch(`${serveur.adresse}/${sorte}/inconnu/messages`, { method: 'POST', body: new URLSearchParams() })).status
    ).toBe(404)

  await page.reload()
  await expect
    .poll(() => page.locator('#invitations').textContent())
    .toMatch(/1 vient, 1 ne peut pas venir, 198 n’ont pas répondu/)
  await page.getByText('1 envoie quelqu’un').click()
  await page.getByText('Paul Durand').waitFor()

  // called off: everyone hears of it, and the calendar knows
  await page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link').last().click()
  await page.getByRole('heading', { level: 1, name: /Accès aux droits et aux soins/ }).waitFor()
  await page.getByText('Annuler cette séance').first().click()
  await page.getByLabel('Pourquoi').first().fill('La salle est inondée.')
  await page
    .getByRole('button', { name: /Annuler la séance/ })
    .first()
    .click()
  // but for who asked for nothing more
  await expect.poll(() => lettres.length, { timeout: 60_000 }).toBe(2 * PERSONNES - 1)
  const annulee = net(lettres.at(-1)!)
  expect(lettres.at(-1)!.brut).toMatch(/method=CANCEL/i)
  expect(annulee).toMatch(/La salle est inondée\./)
  await finir()
}, 180_000)

test('R-122 · sur la page d’un lien, on choisit de suivre par les comptes rendus, ou de ne plus rien recevoir', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 } })
  await page.goto(lienDe('partenaire12@exemple.fr'))
  await verifierPage(page)
  await page.getByRole('link', { name: 'Choisir ce que je reçois' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ce que vous recevez' }).waitFor()
  await verifierPage(page)
  await page.getByLabel('Plus rien').check()
  await page.getByRole('button', { name: 'Enregistrer mon choix' }).click()
  await page.getByText('Nous ne vous écrirons plus.').waitFor()
  await verifierPage(page)
  await finir()
})
