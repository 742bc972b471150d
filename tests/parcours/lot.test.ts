import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const FILTRE = '/cergy/actions?q=sant%C3%A9'

/** How many actions the preview says would change. */
const annoncees = async (page: Page) => Number(/(\d+) actions? change/.exec((await page.locator('main').textContent())!)![1])

test.each(FACONS)(
  'R-073 · %s, plusieurs actions choisies par les filtres changent d’un coup : l’effet se voit, s’applique et s’annule',
  async (_, contexte, tenir) => {
    const { page, finir } = await visite(contexte)
    const { activer, choisir } = tenir(page)
    await entrerChez(page, 'cergy')
    await page.goto(FILTRE)
    await activer(page.getByRole('link', { name: 'Changer en lot' }))
    await page.getByRole('heading', { level: 1, name: /Changer \d+ actions d’un coup/ }).waitFor()
    await verifierPage(page)
    const voirLEffet = async () => {
      await choisir(page.getByRole('combobox', { name: 'Ce qui change' }), 'Priorité')
      await activer(page.getByRole('button', { name: 'Suite' }))
      await choisir(page.getByRole('combobox', { name: 'Valeur' }), 'Bas')
      await activer(page.getByRole('button', { name: 'Voir l’effet' }))
      await page
        .getByText(/actions? changen?t?/)
        .first()
        .waitFor()
    }
    await voirLEffet()
    const nombre = await annoncees(page)
    expect(nombre).toBeGreaterThan(1)
    const cases = page.getByRole('checkbox', { name: /^Changer/ })
    expect(await cases.count()).toBe(nombre)
    await verifierPage(page)
    // one is left as it is
    const laissee = await cases.first().getAttribute('value')
    await cases.first().focus()
    await page.keyboard.press('Space')
    await activer(page.getByRole('button', { name: 'Changer les actions cochées' }))
    await page.getByText(new RegExp(`${nombre - 1} actions? (?:a|ont) changé`)).waitFor()
    await verifierPage(page)
    await voirLEffet()
    expect(await annoncees(page)).toBe(1)
    expect(await cases.first().getAttribute('value')).toBe(laissee)
    await page.goBack()
    await page.goBack()
    await activer(page.getByRole('button', { name: 'Annuler' }))
    await page.waitForURL('**/actions')
    await page.goto(FILTRE)
    await activer(page.getByRole('link', { name: 'Changer en lot' }))
    await voirLEffet()
    expect(await annoncees(page)).toBe(nombre)
    await finir()
  }
)
