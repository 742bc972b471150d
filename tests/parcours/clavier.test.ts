import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { visites } from './visite.ts'

const visite = visites()

/** Presses Tab until the focus is on what has this name; a person without a mouse has no other way. */
async function allerA(page: Page, nom: string | RegExp, au = 80): Promise<void> {
  for (let pas = 0; pas < au; pas++) {
    await page.keyboard.press('Tab')
    const vu = await page.evaluate(() => {
      const ou = document.activeElement as HTMLElement | null
      if (!ou || ou === document.body) return ''
      const etiquette = (ou as HTMLInputElement).labels?.[0]?.textContent
      return (ou.getAttribute('aria-label') ?? etiquette ?? ou.textContent ?? '').replace(/\s+/g, ' ').trim()
    })
    if (typeof nom === 'string' ? vu === nom : nom.test(vu)) {
      expect(
        await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle),
        `le focus se voit sur ${vu}`
      ).not.toBe('none')
      return
    }
  }
  throw new Error(`Tab n’atteint pas « ${nom} » sur ${page.url()}`)
}

test('tout se fait au clavier : entrer, créer une action, la compléter, changer l’ordre des axes', async () => {
  const { page, finir } = await visite()
  await page.goto('/')
  await allerA(page, /CA Paris - Vallée de la Marne/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/paris-vallee-de-la-marne')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Aller au contenu')
  await allerA(page, 'Actions')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/actions')
  await allerA(page, 'Nouvelle action')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/nouvelle')
  await allerA(page, /Titre de l’action/)
  await page.keyboard.type('Marche et santé')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Marche et santé/ }).waitFor()
  await allerA(page, /Modifier.*Pourquoi, comment/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/*modifier=textes*')
  await allerA(page, /Pourquoi/)
  await page.keyboard.type('Bouger ensemble.')
  await allerA(page, 'Enregistrer')
  await page.keyboard.press('Enter')
  await page.getByText('Bouger ensemble.', { exact: true }).waitFor()

  await page.goto('/paris-vallee-de-la-marne/contrats')
  await page.getByRole('link', { name: /Contrat local de santé de Paris/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/contrats\/[0-9a-f-]{36}$/)
  await allerA(page, /^Modifier.les axes$/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/axes')
  const premier = () => page.getByRole('list', { name: 'Ordre des axes thématiques' }).getByRole('listitem').first()
  await expect.poll(() => premier().textContent()).toContain('Renforcer')
  await allerA(page, /Descendre/)
  // the list moves at once; the reload waits for the server's answer
  await Promise.all([page.waitForResponse((reponse) => reponse.url().includes('?/ordre')), page.keyboard.press('Enter')])
  await page
    .getByRole('list', { name: 'Ordre des axes thématiques' })
    .getByRole('listitem')
    .first()
    .getByRole('link', { name: /Soutenir/ })
    .waitFor()
  await page.reload()
  await expect.poll(() => premier().textContent()).toContain('Soutenir')
  await finir()
})
