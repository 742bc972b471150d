import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { entrerChez, visites } from './visite.ts'

const visite = visites()

/** Keeps the script of the pages to come away; answers how to let it go. */
async function retenirLeScript(page: Page): Promise<() => void> {
  const { promise: attente, resolve: laisser } = Promise.withResolvers<void>()
  await page.route('**/_app/**/*.js', async (route) => {
    await attente
    await route.continue()
  })
  return laisser
}

test('ce qui est tapé avant que le script n’arrive reste tapé, choisi et coché', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  const laisser = await retenirLeScript(page)
  await page.goto('/cergy/partenaires/nouvelle', { waitUntil: 'commit' })
  const nom = page.getByLabel('Nom', { exact: false }).first()
  await nom.fill('Maison sport santé')
  await page.getByLabel('Type').selectOption({ index: 3 })
  const type = await page.getByLabel('Type').inputValue()
  await page.getByRole('checkbox').first().check()
  laisser()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => nom.inputValue()).toBe('Maison sport santé')
  await expect.poll(() => page.getByLabel('Type').inputValue()).toBe(type)
  await expect.poll(() => page.getByRole('checkbox').first().isChecked()).toBe(true)
  await finir()
})

test('un long texte tapé avant le script reste aussi', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/contrats')
  const ici = (await page.locator('a.carte').first().getAttribute('href'))!
  const laisser = await retenirLeScript(page)
  await page.goto(`${ici}?modifier=gouvernance`, { waitUntil: 'commit' })
  await page.locator('textarea[name="gouvernance"]').fill('Un comité de pilotage deux fois par an.')
  laisser()
  await page.waitForLoadState('networkidle')
  await expect
    .poll(() => page.locator('textarea[name="gouvernance"]').inputValue())
    .toBe('Un comité de pilotage deux fois par an.')
  await finir()
})

test('ce qui est déplié avant que le script n’arrive reste déplié', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  const laisser = await retenirLeScript(page)
  await page.goto('/cergy/actions', { waitUntil: 'commit' })
  const vues = page.locator('#vues details')
  await vues.locator('summary').click()
  const filtres = page.locator('form details').first()
  await filtres.locator('summary').click()
  laisser()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => vues.getAttribute('open')).toBe('')
  await expect.poll(() => filtres.getAttribute('open')).toBe('')
  await finir()
})
