import { expect } from 'vitest'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'

type Fichier = { name: string; mimeType: string; buffer: Buffer }

/** How a person holds the product: the same journey is done with each. */
export type Mains = {
  activer: (cible: Locator) => Promise<void>
  cocher: (cible: Locator) => Promise<void>
  decocher: (cible: Locator) => Promise<void>
  ecrire: (cible: Locator, texte: string) => Promise<void>
  choisir: (cible: Locator, libelle: string) => Promise<void>
  deposer: (cible: Locator, fichier: Fichier) => Promise<void>
}

/** A mouse or a finger. */
export const pointer: Mains = {
  activer: (cible) => cible.click(),
  cocher: (cible) => cible.check(),
  decocher: (cible) => cible.uncheck(),
  ecrire: (cible, texte) => cible.fill(texte),
  choisir: async (cible, libelle) => void (await cible.selectOption({ label: libelle })),
  deposer: (cible, fichier) => cible.setInputFiles(fichier)
}

/** Presses Tab until the focus is there, and sees that it shows; a person without a mouse has no other way. */
async function atteindre(page: Page, cible: Locator): Promise<void> {
  await cible.waitFor()
  for (let pas = 0; pas < 150; pas++) {
    if (await cible.evaluate((element) => element === document.activeElement)) {
      expect(await cible.evaluate((element) => getComputedStyle(element).outlineStyle), 'le focus se voit').not.toBe('none')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab n’atteint pas ${cible} sur ${page.url()}`)
}

function clavier(page: Page): Mains {
  const sur = (geste: (cible: Locator) => Promise<unknown>) => async (cible: Locator) => {
    await atteindre(page, cible)
    await geste(cible)
  }
  return {
    activer: sur(() => page.keyboard.press('Enter')),
    cocher: sur(() => page.keyboard.press('Space')),
    decocher: sur(() => page.keyboard.press('Space')),
    ecrire: async (cible, texte) => {
      await atteindre(page, cible)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(texte)
    },
    // a closed list follows what is typed, as far as the first letter that the driver would insert as text into some other field
    choisir: async (cible, libelle) => {
      await atteindre(page, cible)
      await page.keyboard.type(/^[ -~]+/.exec(libelle)?.[0] ?? libelle)
      expect(await cible.evaluate((liste: HTMLSelectElement) => liste.selectedOptions[0]?.label)).toBe(libelle)
    },
    deposer: async (cible, fichier) => {
      await atteindre(page, cible)
      const ouvert = page.waitForEvent('filechooser')
      // one round trip: on a busy machine the key was pressed before the browser knew that its chooser is watched
      await page.evaluate(() => document.title)
      await page.keyboard.press('Enter')
      await (await ouvert).setFiles(fichier)
    }
  }
}

/** The three ways in which each main job is done, and what the browser needs for it. */
export const FACONS: [facon: string, contexte: BrowserContextOptions, mains: (page: Page) => Mains][] = [
  ['à la souris', {}, () => pointer],
  ['au clavier seul', {}, clavier],
  ['sur un écran de 360 px', { viewport: { width: 360, height: 740 }, hasTouch: true }, () => pointer]
]
