import { expect, test } from 'vitest'
import { entrerChez, visites } from './visite.ts'

const visite = visites()

test('sans script, on lit, on filtre, on écrit, et un refus garde ce qui était tapé', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions')
  await page.getByRole('searchbox', { name: 'Chercher' }).fill('mediation')
  await page.getByRole('button', { name: 'Appliquer' }).click()
  expect(await page.locator('a.titre').allTextContents()).toEqual([
    'Médiation en santé\u00a0: aller vers les habitants éloignés du soin'
  ])
  await page.locator('a.titre').click()
  await page
    .locator('#etapes')
    .getByRole('link', { name: /Modifier/ })
    .click()
  await page.getByRole('group', { name: 'Étape 1' }).getByLabel('Étape').fill('Recruter')
  await page.getByRole('group', { name: 'Étape 1' }).getByLabel('Date').fill('bientôt')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.getByRole('group', { name: 'Étape 1' }).getByLabel('Étape').inputValue()).toBe('Recruter')
  expect(await page.getByRole('group', { name: 'Étape 1' }).getByLabel('Date').inputValue()).toBe('bientôt')
  expect(await page.getByRole('alert').textContent()).toContain('Écrivez une année')
  await page.getByRole('group', { name: 'Étape 1' }).getByLabel('Date').fill('janvier 2027')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.locator('#etapes').textContent()).toContain('janvier 2027')
  await page.getByRole('link', { name: 'à répondre' }).first().click()
  await page.getByLabel('Votre réponse').fill('Les médiateurs relient la ville et l’hôpital.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.locator('#reponse h2').textContent()).toContain('5 réponses')
  await page.getByRole('button', { name: /Retirer cette action/ }).click()
  expect(await page.getByRole('status').first().textContent()).toContain('L’action a été retirée')
  await page.getByRole('button', { name: 'Rétablir' }).click()
  expect(await page.locator('h1').textContent()).toContain('Médiation en santé')
  await finir()
})

test('sur un téléphone de 360 px, on retrouve et on met à jour une action d’une main', async () => {
  const { page, finir } = await visite({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await entrerChez(page, 'creteil')
  await page.getByText('Menu').first().tap()
  await page.getByRole('link', { name: 'Actions' }).first().tap()
  await page.waitForURL('**/actions')
  await page.locator('a.titre').first().tap()
  await page.getByRole('link', { name: 'Mettre à jour' }).tap()
  await page.getByLabel('Statut').selectOption('en_cours')
  await page.getByRole('button', { name: 'Enregistrer' }).tap()
  await page
    .locator('#bref')
    .getByRole('link', { name: /Modifier/ })
    .waitFor()
  expect(await page.locator('main').textContent()).toContain('En cours')
  await finir()
})
