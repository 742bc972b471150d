import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const SLUG = 'villiers-sur-marne'

async function creer(page: Page, titre: string): Promise<string> {
  await page.goto(`/${SLUG}/actions/nouvelle`)
  await page.getByLabel('Titre de l’action').fill(titre)
  await page.getByRole('button', { name: /Créer l’action/ }).click()
  await page.getByRole('heading', { level: 1, name: titre }).waitFor()
  return new URL(page.url()).pathname
}
/** Enters as somebody else of the territory, with the link that she receives. */
async function entrerComme(page: Page, courriel: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel(/Votre adresse électronique/).fill(courriel)
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click()
  await page.getByRole('link', { name: 'lire les messages déposés' }).click()
  const message = page.getByRole('listitem').filter({ hasText: courriel }).first()
  const lien = message.getByRole('link', { name: 'Suivre le lien de ce message' })
  await expect
    .poll(
      async () => {
        await page.reload()
        return lien.count()
      },
      { timeout: 15_000 }
    )
    .toBeGreaterThan(0)
  await page.goto(new URL((await lien.getAttribute('href'))!).pathname)
  await page.getByRole('button', { name: 'Entrer dans Tisserand' }).click()
}
const contexte = (page: Page) => page.getByLabel('Pourquoi : contexte, besoin')
const enregistrer = (page: Page) => page.locator('#textes').getByRole('button', { name: 'Enregistrer' }).click()

test.each([
  ['', {}],
  [', sans script', { javaScriptEnabled: false }]
])('à deux sur une fiche%s : chacune son champ, les deux restent ; le même, rien ne se perd', async (suite, options) => {
  const une = await visite({ attendues: /422/, ...options })
  const autre = await visite({ attendues: /422/, ...options })
  await entrerChez(une.page, SLUG)
  await entrerChez(autre.page, SLUG)
  const fiche = await creer(une.page, `Maison des aidants${suite}`)
  await une.page.goto(`${fiche}?modifier=textes#textes`)
  await autre.page.goto(`${fiche}?modifier=textes#textes`)
  await contexte(une.page).fill('Les aidants s’épuisent.')
  await autre.page.getByLabel('Moyens humains et techniques').fill('Une psychologue.')
  await enregistrer(une.page)
  await une.page.getByText('Les aidants s’épuisent.').waitFor()
  await enregistrer(autre.page)
  await autre.page.getByText('Une psychologue.').waitFor()
  await expect.poll(() => autre.page.locator('#textes').textContent()).toContain('Les aidants s’épuisent.')

  await une.page.goto(`${fiche}?modifier=textes#textes`)
  await autre.page.goto(`${fiche}?modifier=textes#textes`)
  await contexte(une.page).fill('Une aidante sur trois renonce à ses soins.')
  await contexte(autre.page).fill('Les aidants sont jeunes aussi.')
  await enregistrer(une.page)
  await une.page.getByText('Une aidante sur trois').waitFor()
  await enregistrer(autre.page)
  await autre.page.getByText(/a écrit ici à \d/).waitFor()
  await expect.poll(() => autre.page.locator('#textes').textContent()).toContain('Une aidante sur trois renonce à ses soins.')
  await expect.poll(() => contexte(autre.page).inputValue()).toBe('Les aidants sont jeunes aussi.')
  if (!suite) await verifierPage(autre.page)
  await enregistrer(autre.page)
  await autre.page.getByText('Les aidants sont jeunes aussi.').waitFor()
  await une.finir()
  await autre.finir()
})

test(
  'chacune voit que l’autre est là ; un onglet fermé et une connexion perdue laissent ce qui était tapé',
  { timeout: 90_000 },
  async () => {
    const une = await visite({ attendues: /Failed to load resource|ERR_INTERNET/ })
    const autre = await visite()
    await entrerChez(une.page, SLUG)
    await entrerComme(autre.page, 'prevention.villiers@exemple.fr')
    const fiche = await creer(une.page, 'Répit à domicile')
    await une.page.goto(`${fiche}?modifier=textes#textes`)
    await une.page.locator('.presences').waitFor({ state: 'attached' })
    await autre.page.goto(`${fiche}?modifier=etapes#etapes`)
    await autre.page.getByText('Est aussi sur cette fiche : Coordination de Villiers (exemple) (écrit les textes)').waitFor()
    await une.page
      .getByText('Est aussi sur cette fiche : Chargée de prévention (exemple) (écrit les étapes)')
      .waitFor({ timeout: 30_000 })
    await contexte(une.page).fill('Trois familles attendent.')
    await expect.poll(() => une.page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Trois familles attendent.')
    // the connection goes: the form says it and keeps everything
    await une.page.context().setOffline(true)
    await enregistrer(une.page)
    await une.page.getByText(/Pas de connexion/).waitFor()
    await expect.poll(() => contexte(une.page).inputValue()).toBe('Trois familles attendent.')
    await une.page.context().setOffline(false)
    // the tab is closed, and opened again
    const seconde = await une.page.context().newPage()
    await une.page.close()
    await seconde.goto(fiche)
    await seconde.getByText('Vous aviez écrit ici sans enregistrer').waitFor()
    await verifierPage(seconde)
    await seconde.getByRole('link', { name: /^Y revenir/ }).click()
    await seconde.getByText(/n’a pas été enregistré/).waitFor()
    await verifierPage(seconde)
    await seconde.getByRole('button', { name: 'Le reprendre' }).click()
    await expect.poll(() => contexte(seconde).inputValue()).toBe('Trois familles attendent.')
    await seconde.locator('#textes').getByRole('button', { name: 'Enregistrer' }).click()
    await seconde.getByText('Trois familles attendent.').waitFor()
    await seconde.goto(`${fiche}?modifier=textes#textes`)
    await contexte(seconde).waitFor()
    await expect.poll(() => seconde.getByText(/n’a pas été enregistré/).count()).toBe(0)
    await seconde.close()
    await autre.finir()
  }
)
