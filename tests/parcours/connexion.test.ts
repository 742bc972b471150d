import { expect, test } from 'vitest'
import { visites } from './visite.ts'

const visite = visites()

test('on entre par un lien reçu, sans mot de passe et sans script ; le lien ne sert qu’une fois', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await page.goto('/cergy/actions')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/connexion')
  await page.getByLabel(/Votre adresse électronique/).fill('pas une adresse')
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click()
  await expect.poll(() => page.getByLabel(/Votre adresse électronique/).inputValue()).toBe('pas une adresse')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('prenom.nom@ville.fr')
  await page.getByLabel(/Votre adresse électronique/).fill('elu.cergy@exemple.fr')
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click()
  await page.getByRole('link', { name: 'lire les messages déposés' }).click()
  // other journeys write to other people
  const lien = page
    .getByRole('listitem')
    .filter({ hasText: 'elu.cergy@exemple.fr' })
    .getByRole('link', { name: 'Suivre le lien de ce message' })
    .first()
  for (let essai = 0; essai < 20 && (await lien.count()) === 0; essai++) {
    await page.waitForTimeout(500)
    await page.reload()
  }
  const adresse = (await lien.getAttribute('href'))!
  await page.goto(new URL(adresse).pathname)
  await page.getByRole('button', { name: 'Entrer dans Tisserand' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/cergy/actions')
  await expect.poll(() => page.getByRole('link', { name: 'Nouvelle action' }).count()).toBe(0)
  await page.goto('/cergy')
  await page.getByRole('button', { name: 'Se déconnecter' }).first().click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  await page.goto(new URL(adresse).pathname)
  await page.getByRole('button', { name: 'Entrer dans Tisserand' }).click()
  await expect.poll(() => page.locator('h1').textContent()).toBe('Ce lien ne sert plus')
  await finir()
})
