import { afterAll, beforeAll, expect, test } from 'vitest'
import { importerCarnet, lienDans, ouvrirFacteur } from './facteur.ts'
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

test('R-122 · qui reçoit une lettre demande à être effacé·e, sans compte ni script ; la coordination le voit, la garde, puis l’efface', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  await entrerChez(page, 'cergy')
  await importerCarnet(page, 6, 3)
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  await page.locator('#seances a').first().click()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await expect.poll(() => facteur.lettres.filter(({ a }) => a === 'partenaire2@exemple.fr').length, { timeout: 60_000 }).toBe(1)

  const lettre = facteur.lettres.find(({ a }) => a === 'partenaire2@exemple.fr')!
  const telephone = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await telephone.page.goto(lienDans(lettre, 'invitation/[\\w-]+/messages', serveur.adresse))
  await telephone.page.getByText(/depuis le \d/).waitFor()
  await telephone.page.getByText('Être effacé·e', { exact: true }).click()
  await telephone.page.getByRole('button', { name: 'Demander à être effacé·e' }).click()
  await telephone.page.getByText(/Effacement prévu le/).waitFor()
  expect(await telephone.page.getByRole('button', { name: 'Demander à être effacé·e' }).count()).toBe(0)
  // nothing more is offered to receive, and the two sentences do not touch
  expect(await telephone.page.getByRole('radio').count()).toBe(0)
  expect(await telephone.page.getByRole('status').last().innerText()).toMatch(/disparu de chez nous\.\sSi c’est une erreur/)
  await telephone.finir()
  const regard = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 } })
  await regard.page.goto(lienDans(lettre, 'invitation/[\\w-]+/messages', serveur.adresse))
  await verifierPage(regard.page)
  await regard.finir()

  await page.goto('/cergy')
  await page.getByRole('heading', { name: /Partenaire 2 sera effacé·e le/ }).waitFor()
  await page.getByRole('link', { name: /Voir sa page/ }).click()
  await page.getByText('Cette personne l’a demandé. Elle n’est plus dans l’annuaire').waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Finalement, la garder' }).click()
  await page.getByRole('link', { name: 'L’effacer…' }).waitFor()
  const document = await page.request.get(
    (await page.getByRole('link', { name: 'Le document à lui remettre' }).getAttribute('href'))!
  )
  expect([document.status(), document.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await page.getByRole('link', { name: 'L’effacer…' }).click()
  await page.getByRole('heading', { name: 'Ce que nous gardons d’elle' }).waitFor()
  await verifierPage(page)
  await page.getByLabel('Nous n’avons plus de contact').check()
  await page.getByRole('button', { name: 'Effacer cette personne' }).click()
  await page.getByText('Nous n’avons plus de contact. Elle n’est plus dans l’annuaire').waitFor()
  await page.goto('/cergy/partenaires/personnes?recherche=Partenaire+2')
  await page.getByText(/Personne ne répond à/).waitFor()
  await finir()
})

test('R-122 · on garde, ou l’on efface, celles et ceux dont on est sans nouvelles depuis trois ans', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 }, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires/personnes/a-revoir')
  await page.getByRole('heading', { level: 1, name: '3 personnes sans nouvelles depuis trois ans' }).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Les garder trois ans de plus' }).click()
  await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('Cochez au moins une personne')
  const cases = page.getByRole('checkbox')
  await cases.nth(0).check()
  await page.getByRole('button', { name: 'Les garder trois ans de plus' }).click()
  await page.getByText('1 contact gardé pour trois ans de plus').waitFor()
  await cases.nth(0).check()
  await cases.nth(1).check()
  await page.getByRole('button', { name: 'Les effacer' }).click()
  await page.getByText('2 personnes seront effacées dans sept jours').waitFor()
  await page.getByText('Chaque contact a donné signe de vie depuis moins de trois ans').waitFor()
  await finir()
})
