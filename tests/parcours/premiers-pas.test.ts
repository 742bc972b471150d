import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { lireClasseur } from '#platform/classeur.server.ts'
import { FACONS, pointer, type Mains } from './mains.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { verifierPage, visites } from './visite.ts'

const visite = visites()
let neuf: Serveur

beforeAll(async () => {
  neuf = await launchServer({ TISSERAND_DEMO: 'non' })
})
afterAll(() => neuf.stop())

/** From the home page to one's own territory: an address, a commune, nothing else. */
async function commencer(page: Page, { activer, cocher, ecrire }: Mains): Promise<void> {
  const commune = page.getByLabel('Votre commune ou votre intercommunalité')
  await page.goto('/')
  await activer(page.getByRole('link', { name: 'Commencer' }))
  await ecrire(page.getByLabel('Votre adresse électronique'), 'Camille.Perrin@ville-exemple.fr')
  await ecrire(commune, 'villiers sur marne')
  await activer(page.getByRole('button', { name: 'Chercher' }))
  await expect.poll(() => page.getByRole('status').count()).toBe(0)
  await ecrire(commune, 'Villiers-sur-M')
  await activer(page.getByRole('button', { name: 'Chercher' }))
  await cocher(page.getByRole('radio', { name: /Villiers-sur-Marne/ }))
  await activer(page.getByRole('button', { name: 'Ouvrir mon territoire' }))
  await page.waitForURL('**/villiers-sur-marne')
  await expect.poll(() => page.locator('h1').textContent()).toBe('Votre territoire est ouvert')
}

test('du premier démarrage à son propre territoire : une adresse, une commune, rien d’autre', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, javaScriptEnabled: false })
  await commencer(page, pointer)
  // with no contract yet, an action is written, and goes out in a spreadsheet
  await page.goto('/villiers-sur-marne/actions/nouvelle')
  await page.getByLabel('Titre de l’action').fill('Marche du mardi')
  await page.getByRole('button', { name: 'Créer l’action' }).click()
  await page.getByRole('heading', { level: 1, name: 'Marche du mardi' }).waitFor()
  await page.goto('/villiers-sur-marne/actions')
  const tableur = (await page.getByRole('link', { name: /^Tableur/ }).getAttribute('href'))!
  const classeur = await lireClasseur(await (await page.request.get(tableur)).body(), 'actions.xlsx')
  expect(JSON.stringify(classeur.feuilles.find(({ nom }) => nom === 'Actions hors contrat'))).toContain('Marche du mardi')
  await finir()
})

test.each(FACONS.slice(1))('le premier démarrage, %s', async (_, contexte, tenir) => {
  const serveur = await launchServer({ TISSERAND_DEMO: 'non' })
  const { page, finir } = await visite({ chez: serveur.adresse, ...contexte })
  await commencer(page, tenir(page))
  await finir()
  await serveur.stop()
})

test('la deuxième personne ne peut plus commencer à la place de la première', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, attendues: /404/ })
  const reponse = await page.goto('/commencer')
  expect(reponse?.status()).toBe(404)
  await expect.poll(() => page.locator('h1').textContent()).toContain('déjà commencé')
  await page.goto('/')
  await expect.poll(() => page.getByRole('link', { name: 'Commencer' }).count()).toBe(0)
  await finir()
})

test('la boîte d’envoi se ferme dès qu’un vrai territoire existe', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, attendues: /404/ })
  expect((await page.goto('/courriels'))?.status()).toBe(404)
  await verifierPage(page)
  await finir()
})
