import { expect, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test('R-116 · au téléphone et sans script, la troisième séance de l’année d’un thème demande pourquoi, dit lesquelles sont là, et garde la raison', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  const groupe = page.url()
  const seances = page.locator('#seances')
  const prevoir = async (jour: string) => {
    await page.goto(groupe)
    await seances.getByText('Prévoir une séance').first().click()
    await page.getByLabel('Jour').fill(jour)
    await page.getByLabel('Durée').fill('2 h')
    await page.getByRole('button', { name: 'Prévoir la séance' }).click()
  }
  for (const jour of ['10 mars 2041', '15 octobre 2041']) {
    await prevoir(jour)
    await expect.poll(() => seances.textContent()).toContain(jour)
  }
  await prevoir('3 décembre 2041')
  const refus = page.getByRole('alert').first()
  await expect.poll(() => refus.textContent()).toContain('10 mars 2041')
  expect(await refus.textContent()).toContain('15 octobre 2041')
  // what was typed is still there
  expect(await page.getByLabel('Jour').inputValue()).toBe('3 décembre 2041')
  await page.getByLabel('Pourquoi une séance de plus').fill('Le bilan avant la nouvelle génération du contrat.')
  await page.getByRole('button', { name: 'Prévoir la séance' }).click()
  await expect
    .poll(() => seances.textContent())
    .toMatch(/Au-delà de deux séances dans l’année\s*:\s*Le bilan avant la nouvelle génération/)
  await finir()
  const regard = await visite({ viewport: { width: 360, height: 740 } })
  await entrerChez(regard.page, 'cergy')
  await regard.page.goto(groupe)
  await verifierPage(regard.page)
  await regard.finir()
})
