import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lienDans, net, ouvrirFacteur } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let serveur: Serveur
beforeAll(async () => {
  facteur = await ouvrirFacteur()
  serveur = await launchServer({ TISSERAND_DEMO: 'oui', SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(facteur.port) })
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await facteur.fermer()
})

const CARNET = `Structure;Nom;Courriel
CPAM du Val-d’Oise;Lou Petit;lou@exemple.fr
Crèche des Lilas;Ana Roy;ana@exemple.fr`
const GROUPE = 'Groupe « Accès aux droits et aux soins »'
const DEMAIN = new Date(Date.now() + 86_400_000).toLocaleDateString('fr-FR')

const lettreDe = async (adresse: string, sorte: string) => {
  const celle = () => facteur.lettres.findLast((lettre) => lettre.a === adresse && net(lettre).includes(`/${sorte}/`))
  await expect.poll(() => celle() !== undefined, { timeout: 30_000 }).toBe(true)
  return lienDans(celle()!, `${sorte}/[\\w-]+`, serveur.adresse)
}

test('R-097, R-160 · la coordination envoie son lien à une partenaire ; au téléphone, sans compte ni script, elle répond, ferme une tâche et suit ses rencontres', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires/importer')
  const fichier = { name: 'carnet.csv', mimeType: 'text/csv', buffer: Buffer.from(CARNET) }
  await page.getByLabel(/Votre fichier/).setInputFiles(fichier)
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText('2 lignes reprises dans l’annuaire').waitFor()
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: GROUPE }).click()
  await page.locator('#seances a').first().click()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: /2 personnes invitées/ }).waitFor()
  await page.goto(`${page.url().replace(/[?#].*/, '')}/compte-rendu`)
  await page.getByLabel('Ce qui est à faire').fill('Réserver la salle')
  await page.getByLabel('Qui s’en charge').fill('Lou Petit')
  await page.getByLabel('Pour quel jour').fill(DEMAIN)
  await page.getByRole('button', { name: 'Confier' }).click()
  await page.locator('#taches li p').getByText('Lou Petit').waitFor()

  await page.goto('/cergy/partenaires/personnes?q=Lou')
  await page.getByRole('link', { name: 'Lou Petit' }).click()
  const section = page.locator('#espace')
  await section.getByRole('button', { name: 'Envoyer son lien' }).click()
  await section.getByText(/^Son lien/).waitFor()
  await verifierPage(page)
  await section.getByRole('button', { name: 'Renvoyer son lien' }).click()
  await section.getByText('Son lien vient de partir').waitFor()
  await finir()

  const lien = await lettreDe('lou@exemple.fr', 'espace')
  // programs that open every link of a letter change nothing
  for (let fois = 0; fois < 2; fois++) expect((await fetch(lien)).status).toBe(200)
  const lou = await visite({
    chez: serveur.adresse,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    attendues: /422/
  })
  await lou.page.goto(lien)
  await lou.page.getByRole('heading', { level: 1, name: '2 choses vous attendent' }).waitFor()
  await lou.page.locator('#actions').getByRole('heading', { level: 3 }).first().waitFor()
  expect(await lou.page.textContent('main')).not.toMatch(/€|budget/i)
  await lou.page.getByRole('button', { name: /^Je viens/ }).click()
  await lou.page.getByText('Votre réponse est notée, merci.').waitFor()
  await lou.page.getByRole('heading', { level: 1, name: '1 chose vous attend' }).waitFor()
  await lou.page.getByRole('button', { name: /^C’est fait/ }).click()
  await lou.page.getByRole('heading', { level: 1, name: 'Rien ne vous attend, merci' }).waitFor()
  await lou.page.getByText('Vous venez. Votre place est gardée.').waitFor()

  // what is wrong of her structure, said without a script; the form keeps what was typed
  const corriger = lou.page.locator('#corrections')
  await corriger.getByRole('button', { name: 'Envoyer à la coordination' }).click()
  await expect.poll(() => corriger.getByRole('alert').first().textContent()).toContain('Écrivez ce qui est à corriger.')
  // what comes first is what is chosen
  expect(await corriger.getByLabel('À propos de').inputValue()).toBe('')
  await corriger.getByLabel('Ce qui est à corriger').fill('Le standard a changé.')
  await corriger.getByRole('button', { name: 'Envoyer à la coordination' }).click()
  await corriger.getByText('C’est envoyé à la coordination, merci.').waitFor()

  // a help that she asks is on the board, in her name
  const appui = lou.page.locator('#appui')
  await appui.getByText('Demander un appui à la coordination').click()
  await appui.getByLabel('Ce que vous demandez').fill('Trouver une salle pour vingt personnes')
  await appui.getByRole('button', { name: 'Envoyer à la coordination' }).click()
  await appui.getByText('Votre demande est chez la coordination').waitFor()

  // the calendar, then its renewal
  const suivre = async (bouton: string) => {
    await lou.page.getByRole('button', { name: bouton }).click()
    await lou.page.getByText('Voici votre adresse').waitFor()
    const adresse = await lou.page.getByLabel('L’adresse à copier').inputValue()
    return adresse.replace(/^https?:\/\/[^/]+/, serveur.adresse)
  }
  const premiere = await suivre('Recevoir une adresse d’agenda')
  const lu = new ICAL.Component(ICAL.parse(await (await fetch(premiere)).text()))
  expect(lu.getAllSubcomponents('vevent').map((brut) => new ICAL.Event(brut).summary)).toEqual([
    expect.stringContaining('Accès aux droits et aux soins')
  ])
  await lou.page.goto(lien)
  const seconde = await suivre('Changer l’adresse')
  expect((await fetch(premiere)).status).toBe(404)
  expect((await fetch(seconde)).status).toBe(200)

  // what she receives is hers to choose; the link that went astray, hers to put out
  await lou.page.goto(lien)
  await lou.page.getByRole('link', { name: 'Choisir ce que je reçois, ou ne plus rien recevoir' }).click()
  await lou.page.getByRole('heading', { level: 1, name: 'Ce que vous recevez' }).waitFor()
  await lou.page.getByRole('link', { name: 'Revenir à ma page' }).click()
  const avant = facteur.lettres.length
  await lou.page.getByRole('button', { name: 'Éteindre ce lien' }).click()
  await lou.page.getByText('Un nouveau lien part à l’adresse que nous connaissons de vous.').waitFor()
  await expect.poll(() => facteur.lettres.length, { timeout: 30_000 }).toBe(avant + 1)
  await lou.page.goto(lien)
  await lou.page.getByText('Ce lien n’est plus valable').waitFor()
  expect(await lou.page.textContent('main')).not.toContain('Lou Petit')
  const neuf = await lettreDe('lou@exemple.fr', 'espace')
  expect(neuf).not.toBe(lien)
  await lou.page.goto(neuf)
  await lou.page.getByRole('heading', { level: 1, name: 'Rien ne vous attend, merci' }).waitFor()
  await lou.finir()

  // the coordination finds it on its dashboard
  const retour = await visite({ chez: serveur.adresse })
  await entrerChez(retour.page, 'cergy')
  await retour.page
    .getByRole('listitem')
    .filter({ hasText: 'Lou Petit propose 1 correction' })
    .getByRole('link', { name: 'Lire' })
    .click()
  await retour.page.getByText('Le standard a changé.').first().waitFor()
  await verifierPage(retour.page)
  await retour.page.getByRole('button', { name: /^C’est fait/ }).click()
  await retour.page.getByRole('button', { name: /^Pas encore/ }).waitFor()
  await verifierPage(retour.page)
  await retour.finir()

  // somebody who was sent no link asks for hers from her invitation
  const ana = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await ana.page.goto(await lettreDe('ana@exemple.fr', 'invitation'))
  await ana.page.getByRole('button', { name: 'Recevoir le lien de ma page' }).click()
  await ana.page.getByText('Le lien de votre page part par courriel').waitFor()
  await ana.page.goto(await lettreDe('ana@exemple.fr', 'espace'))
  await ana.page.getByRole('heading', { level: 1, name: '1 chose vous attend' }).waitFor()
  await ana.finir()

  for (const contexte of [
    { viewport: { width: 360, height: 740 } },
    { viewport: { width: 320, height: 640 } },
    { colorScheme: 'dark' as const }
  ]) {
    const regard = await visite({ chez: serveur.adresse, ...contexte })
    for (const [adresse, attendu] of [
      [neuf, 'Rien ne vous attend, merci'],
      [lien, 'Votre page'],
      [await lettreDe('ana@exemple.fr', 'espace'), '1 chose vous attend'],
      [await lettreDe('ana@exemple.fr', 'invitation'), GROUPE]
    ] as const) {
      await regard.page.goto(adresse)
      await regard.page.getByRole('heading', { level: 1, name: attendu }).waitFor()
      await verifierPage(regard.page)
      expect(await regard.page.locator('script').count()).toBe(0)
    }
    await regard.finir()
  }
})
