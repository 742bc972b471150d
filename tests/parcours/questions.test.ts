import { afterAll, beforeAll, expect, test } from 'vitest'
import { importerCarnet, lienDans, net, ouvrirFacteur } from './facteur.ts'
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

const enFrancais = (jours: number) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(Date.now() + jours * 86_400_000)
  )
const TELEPHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }

test('R-096 · une séance tenue, ses trois questions sans compte ni script, et ce qui est demandé à l’ordre du jour de la suivante', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  await entrerChez(page, 'cergy')
  await importerCarnet(page, 4, 4)
  await page.goto('/cergy/instances/nouvelle')
  await page.getByLabel('Nom').fill('Groupe sommeil')
  await page.getByRole('button', { name: 'Créer l’instance' }).click()
  await page.getByRole('heading', { level: 1, name: 'Groupe sommeil' }).waitFor()
  const instance = page.url().replace(/[?#].*/, '')
  const prevoir = async (jours: number) => {
    await page.goto(instance)
    const champ = page.locator('#seances').getByLabel('Jour')
    if (!(await champ.isVisible())) await page.locator('#seances summary', { hasText: 'Prévoir une séance' }).click()
    await champ.fill(enFrancais(jours))
    await page.getByLabel('Durée').fill('2 h')
    await page.getByRole('button', { name: 'Prévoir la séance' }).click()
    await page.getByText('Vous avez prévu une séance').waitFor()
  }
  await prevoir(0)
  await page.locator('#seances li a').first().click()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: '4 personnes invitées' }).waitFor()
  const seance = page.url().replace(/[?#].*/, '')

  // held: the three questions, one of them said otherwise
  await page.getByRole('link', { name: 'trois questions après la séance' }).click()
  await page.getByLabel('Question 1').fill('Êtes-vous content d’être venu ?')
  await verifierPage(page)
  await page.getByRole('button', { name: 'Ouvrir les questions' }).click()
  await page.getByRole('heading', { level: 2, name: 'Personne n’a encore répondu' }).waitFor()
  await page.getByRole('img', { name: /Code à photographier pour répondre/ }).waitFor()
  await verifierPage(page)
  await page.goto(`${seance}/projection?point=1`)
  await page.getByRole('heading', { level: 1, name: 'Trois questions avant de partir' }).waitFor()
  await verifierPage(page)

  // the letter of the minutes bears the link, the same for all
  await page.goto(`${seance}/emargement`)
  await page.getByRole('button', { name: 'Est là : Partenaire 1', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /1 personne là/ }).waitFor()
  await page.goto(`${seance}/compte-rendu`)
  await page.getByLabel('Un besoin').or(page.getByLabel('Besoin')).first().check()
  await page.getByLabel('En une phrase').fill('Un interprète le jeudi.')
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await page.locator('#conclusions li p').getByText('Un interprète le jeudi.').waitFor()
  await page.getByRole('button', { name: 'Valider le compte rendu' }).click()
  await page.getByRole('button', { name: 'Envoyer le compte rendu' }).click()
  await page.getByText(/Envoyé à 4 adresses/).waitFor()
  const rendues = () => facteur.lettres.filter((lettre) => net(lettre).includes('Lire le compte rendu'))
  await expect.poll(() => rendues().length, { timeout: 60_000 }).toBe(4)
  const liens = new Set(rendues().map((lettre) => lienDans(lettre, 'questions/[\\w-]+', serveur.adresse)))
  expect(liens.size, 'le lien est celui de la séance, pas de la personne').toBe(1)
  const [lien] = [...liens] as [string]

  // on telephones, without a script
  const repondre = async (rang: number) => {
    const telephone = await visite({ chez: serveur.adresse, ...TELEPHONE, attendues: /422/ })
    await telephone.page.goto(lien)
    expect(await telephone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    if (rang === 1) {
      await telephone.page.getByRole('button', { name: 'Envoyer mes réponses' }).click()
      await telephone.page.getByText('Répondez au moins à une question.').first().waitFor()
    }
    await telephone.page.getByLabel(rang % 2 ? 'Très utile' : 'Moyennement').check()
    if (rang === 1) await telephone.page.getByLabel(/Que vous a-t-il manqué/).fill('Un temps pour parler du jeudi.')
    if (rang > 2) await telephone.page.getByLabel('Un temps pour apprendre à se connaître').check()
    await telephone.page.getByRole('button', { name: 'Envoyer mes réponses' }).click()
    await telephone.page.getByText('Merci, c’est noté').waitFor()
    await telephone.finir()
  }
  await repondre(1)
  await repondre(2)
  await page.goto(`${seance}/questions`)
  await page.getByRole('heading', { level: 2, name: '2 réponses' }).waitFor()
  for (const rang of [3, 4, 5, 6]) await repondre(rang)
  const avecScript = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 } })
  await avecScript.page.goto(lien)
  await verifierPage(avecScript.page)
  await avecScript.finir()

  await page.reload()
  await page.getByRole('heading', { level: 2, name: '6 réponses' }).waitFor()
  await page.getByText('on devinerait de qui vient la dernière').waitFor()
  expect(await page.content(), 'rien tant que l’on répond, pas même caché').not.toContain('parler du jeudi')
  await verifierPage(page)

  // closed, they are read, and the link says so
  await page.getByRole('button', { name: 'Fermer maintenant' }).click()
  await page.getByText('fermées', { exact: true }).waitFor()
  const tard = await visite({ chez: serveur.adresse, ...TELEPHONE })
  await tard.page.goto(lien)
  await tard.page.getByText('Les réponses ne sont plus recueillies.').waitFor()
  await tard.finir()
  await page.getByText('Un temps pour parler du jeudi.').waitFor()
  expect(await page.getByRole('button', { name: 'Rouvrir' }).count(), 'lues, elles ne se rouvrent plus').toBe(0)
  await verifierPage(page)

  // nothing is planned yet: it waits on the page of the group
  await page.getByRole('button', { name: /Garder pour la prochaine séance.*se connaître/ }).click()
  await page.getByText('attend une prochaine séance').waitFor()
  await page.goto(instance)
  await page.locator('#attentes').getByText('Un temps pour apprendre à se connaître', { exact: true }).waitFor()
  await page.getByText('Dès qu’une séance sera prévue').waitFor()
  await verifierPage(page)
  await prevoir(40)
  await page.getByRole('button', { name: /^Pour la séance du .*se connaître/ }).click()
  await page.locator('#attentes').getByText('Rien n’attend').waitFor()

  // a need goes straight to the agenda of that meeting
  await page.goto(`${seance}/questions`)
  await page.getByText(/prévu à la séance du/).waitFor()
  await page.getByRole('button', { name: /^Pour la séance du .*Un interprète le jeudi/ }).click()
  await expect.poll(() => page.getByText(/prévu à la séance du/).count()).toBe(2)
  await page
    .getByRole('link', { name: /prévu à la séance du/ })
    .first()
    .click()
  const agenda = page.locator('#composer')
  await agenda.getByText('Un temps pour apprendre à se connaître').waitFor()
  await agenda.getByText('Un interprète le jeudi.').waitFor()
  await agenda.getByRole('link', { name: /Rencontres express/ }).waitFor()
  expect(await agenda.getByText(/demandé après la séance du/).count()).toBe(2)
  await verifierPage(page)
  await finir()
}, 180_000)

test('R-092 · dire ce qui intéresse, par le lien d’un courriel et sans script, n’écarte personne et le dit', async () => {
  const compte = facteur.lettres.findLast(
    (lettre) => lettre.a === 'partenaire2@exemple.fr' && net(lettre).includes('/compte-rendu/')
  )!
  const telephone = await visite({ chez: serveur.adresse, ...TELEPHONE })
  await telephone.page.goto(`${lienDans(compte, 'compte-rendu/[\\w-]+', serveur.adresse)}/messages`)
  await telephone.page.getByText('Vous restez invité·e à tous les groupes').waitFor()
  await telephone.page.getByLabel('Groupe sommeil').check()
  await telephone.page.getByRole('button', { name: 'Enregistrer mon choix' }).click()
  await telephone.page.getByText('C’est noté').waitFor()
  expect(await telephone.page.getByLabel('Groupe sommeil').isChecked()).toBe(true)
  expect(await telephone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await telephone.finir()

  const { page, finir } = await visite({ chez: serveur.adresse })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe sommeil' }).click()
  await page.locator('#interets').getByRole('link', { name: 'Partenaire 2' }).waitFor()
  await verifierPage(page)
  await page.locator('#seances .quand a').nth(1).click()
  await page.getByText(/Ce thème intéresse 1 personne.*tout le monde est invité/).waitFor()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: '4 personnes invitées' }).waitFor()
  await page.locator('#invitations summary', { hasText: 'pas répondu' }).click()
  await expect.poll(() => page.locator('#invitations li').first().textContent()).toMatch(/Partenaire 2.*ce thème l’intéresse/)
  await verifierPage(page)
  await finir()
}, 120_000)
