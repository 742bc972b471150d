import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchServer, type Serveur } from './serveur.ts'
import { verifierPage, visites } from './visite.ts'

const visite = visites()
let neuf: Serveur

beforeAll(async () => {
  neuf = await launchServer({ TISSERAND_DEMO: 'non' })
})
afterAll(() => neuf.stop())

test('du premier démarrage à son propre territoire : une adresse, une commune, rien d’autre', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'Commencer' }).click()
  await page.getByLabel('Votre adresse électronique').fill('Camille.Perrin@ville-exemple.fr')
  await page.getByLabel('Votre commune ou votre intercommunalité').fill('villiers sur marne')
  await page.getByRole('button', { name: 'Chercher' }).click()
  expect(await page.getByRole('status').count()).toBe(0)
  await page.getByLabel('Votre commune ou votre intercommunalité').fill('Villiers-sur-M')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('radio', { name: /Villiers-sur-Marne/ }).check()
  await page.getByRole('button', { name: 'Ouvrir mon territoire' }).click()
  expect(new URL(page.url()).pathname).toBe('/villiers-sur-marne')
  expect(await page.locator('h1').textContent()).toBe('Votre territoire est ouvert')
  await finir()
})

test('la deuxième personne ne peut plus commencer à la place de la première', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, attendues: /404/ })
  const reponse = await page.goto('/commencer')
  expect(reponse?.status()).toBe(404)
  expect(await page.locator('h1').textContent()).toContain('déjà commencé')
  await page.goto('/')
  expect(await page.getByRole('link', { name: 'Commencer' }).count()).toBe(0)
  await finir()
})

test('la boîte d’envoi se ferme dès qu’un vrai territoire existe', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, attendues: /404/ })
  expect((await page.goto('/courriels'))?.status()).toBe(404)
  await verifierPage(page)
  await finir()
})
