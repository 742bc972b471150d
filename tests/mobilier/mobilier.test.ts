import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { vitrineDEssai } from './essai.ts'

const { sur } = vitrineDEssai()

/** Plays the server for one address: what it is sent, and what it answers (null: the connection is cut; undefined: nothing). */
async function porte(page: Page, adresse: string, reponse: () => object | null | undefined, attente = 0) {
  const recus: URLSearchParams[] = []
  await page.route(`**${adresse}`, async (route) => {
    recus.push(new URLSearchParams(route.request().postData() ?? ''))
    await new Promise((suite) => setTimeout(suite, attente))
    const dite = reponse()
    if (dite === undefined) return route.fulfill({ status: 204 })
    return dite
      ? route.fulfill({ contentType: 'application/json', body: JSON.stringify(dite) })
      : route.abort('internetdisconnected')
  })
  return recus
}

describe('sans script', () => {
  const sans = { script: false, viewport: { width: 360, height: 800 } }

  test('le menu d’un écran étroit s’ouvre et se ferme', async () => {
    await sur('espace', sans, async (page) => {
      const lien = page.getByRole('link', { name: 'Diagnostic' })
      await expect.poll(() => lien.isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Menu' }).click()
      await expect.poll(() => lien.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(() => lien.isVisible()).toBe(false)
    })
  })

  test('un sigle s’explique au clavier, près de lui et dans l’écran', async () => {
    await sur('espace', sans, async (page) => {
      await page.getByRole('button', { name: 'CLS' }).focus()
      await page.keyboard.press('Enter')
      const bulle = await page.getByText('contrat local de santé', { exact: false }).last().boundingBox()
      expect(bulle!.x).toBeGreaterThanOrEqual(0)
      expect(bulle!.x + bulle!.width).toBeLessThanOrEqual(360)
    })
  })

  test('un formulaire refusé s’ouvre sur le résumé de ses erreurs', async () => {
    await sur('saisie', sans, async (page) => {
      expect(await page.locator('[data-resume]').evaluate((el) => el === document.activeElement)).toBe(true)
      await page.getByRole('link', { name: 'Choisissez au moins un axe.' }).click()
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('axes')
    })
  })

  test('une liste s’ordonne par des boutons d’envoi, et rien de mort n’est montré', async () => {
    await sur('saisie', sans, async (page) => {
      const recus = await porte(page, '/ordonner', () => undefined)
      await expect.poll(() => page.getByRole('button', { name: 'Encore une étape' }).count()).toBe(0)
      await page.getByRole('button', { name: 'Descendre « Ouvrir les droits sur place »' }).click()
      expect([recus[0]!.getAll('ordre'), recus[0]!.get('descendre')]).toEqual([['a', 'b', 'c'], 'a'])
    })
  })
})

describe('avec un script', () => {
  test('hors connexion, rien n’est perdu et la page le dit', async () => {
    await sur('saisie', {}, async (page) => {
      await porte(page, '/enregistrer', () => null)
      await page.getByLabel('Pourquoi cette action').fill('Un long texte qu’il ne faut pas perdre.')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('alert').filter({ hasText: 'Pas de connexion' }).waitFor()
      await expect
        .poll(() => page.getByLabel('Pourquoi cette action').inputValue())
        .toBe('Un long texte qu’il ne faut pas perdre.')
    })
  })

  test('une panne du serveur garde le texte et donne sa référence', async () => {
    await sur('saisie', {}, async (page) => {
      await porte(page, '/enregistrer', () => ({
        type: 'error',
        status: 500,
        error: { message: 'Le serveur a échoué.', reference: 'A12' }
      }))
      await page.getByLabel('Pourquoi cette action').fill('À garder')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('alert').filter({ hasText: 'Référence : A12' }).waitFor()
      await expect.poll(() => page.getByLabel('Pourquoi cette action').inputValue()).toBe('À garder')
    })
  })

  test('un refus garde ce qui est écrit et met le focus sur le résumé', async () => {
    await sur('saisie', {}, async (page) => {
      await porte(page, '/enregistrer', () => ({ type: 'failure', status: 422 }))
      await page.getByLabel('Pourquoi cette action').fill('À garder aussi')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.waitForFunction(() => document.activeElement?.hasAttribute('data-resume'))
      await expect.poll(() => page.getByLabel('Pourquoi cette action').inputValue()).toBe('À garder aussi')
    })
  })

  test('une fois accepté, le formulaire repart de ce qui est enregistré', async () => {
    await sur('saisie', {}, async (page) => {
      await porte(page, '/enregistrer', () => ({ type: 'redirect', status: 303, titre: 'Titre rangé' }))
      await page.getByLabel('Titre').first().fill('Titre tapé')
      await page.getByLabel('Pourquoi cette action').fill('Un texte que la porte n’a pas gardé')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#titre')?.value === 'Titre rangé')
      await expect.poll(() => page.getByLabel('Pourquoi cette action').inputValue()).toMatch(/^Un adulte sur six/)
      await expect.poll(() => page.locator('[data-resume]').count()).toBe(0)
    })
  })

  test('un double envoi ne part qu’une fois', async () => {
    await sur('saisie', {}, async (page) => {
      const recus = await porte(page, '/enregistrer', () => ({ type: 'failure', status: 422 }), 300)
      await page.getByRole('button', { name: 'Enregistrer' }).dblclick()
      await page.waitForTimeout(800)
      expect(recus.length).toBe(1)
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.waitForTimeout(500)
      expect(recus.length).toBe(2)
    })
  })

  test('au clavier, l’élément déplacé garde le focus et sa place est annoncée', async () => {
    await sur('saisie', {}, async (page) => {
      const recus = await porte(page, '/ordonner', () => ({ type: 'success', status: 200 }), 150)
      await page.getByRole('button', { name: 'Monter « Orienter vers le bilan de santé »' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      const tenu = page.locator('button:focus')
      expect([await tenu.getAttribute('name'), await tenu.getAttribute('value')]).toEqual(['descendre', 'c'])
      await page.getByText('Orienter vers le bilan de santé : place 1 sur 3.').waitFor({ state: 'attached' })
      await page.waitForTimeout(700)
      expect([await tenu.getAttribute('name'), await tenu.getAttribute('value')]).toEqual(['descendre', 'c'])
      // the second gesture came while the first was being kept: it is sent afterwards
      expect(recus.map((recu) => recu.getAll('ordre').join(''))).toEqual(['acb', 'cab'])
    })
  })

  test('à la souris, glisser un élément l’emmène à sa place', async () => {
    await sur('saisie', {}, async (page) => {
      const recus = await porte(page, '/ordonner', () => ({ type: 'success', status: 200 }))
      const lignes = page.getByRole('list', { name: 'Objectifs' }).getByRole('listitem')
      await lignes.nth(0).dragTo(lignes.nth(2))
      await expect.poll(() => recus.at(-1)?.getAll('ordre').join('')).toBe('bca')
    })
  })

  test('une ligne ajoutée reçoit le focus', async () => {
    await sur('saisie', {}, async (page) => {
      await page.getByRole('button', { name: 'Encore une étape' }).click()
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('etapes.4.titre')
    })
  })

  test('le menu se ferme quand on suit un lien', async () => {
    await sur('espace', { viewport: { width: 360, height: 800 } }, async (page) => {
      await page.getByRole('button', { name: 'Menu' }).click()
      await page.getByRole('link', { name: 'Diagnostic' }).click()
      expect(await page.locator('#menu').evaluate((menu) => menu.matches(':popover-open'))).toBe(false)
    })
  })
})

test('imprimé, il ne reste que le contenu, en clair, avec la tête du tableau à chaque page', async () => {
  await sur('espace', { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print' })
    const lire = () =>
      page.evaluate(() => ({
        fond: getComputedStyle(document.documentElement).backgroundColor,
        feuille: getComputedStyle(document.querySelector('section')!).backgroundColor,
        tete: getComputedStyle(document.querySelector('thead')!).display,
        restes: [...document.querySelectorAll('header, nav, form, button, a[class*=btn]')]
          .filter((el) => el.checkVisibility())
          .map((el) => el.textContent?.trim().slice(0, 40))
      }))
    expect(await lire()).toEqual({
      fond: 'rgb(255, 255, 255)',
      feuille: 'rgb(255, 255, 255)',
      tete: 'table-header-group',
      restes: ['CLS 2023-2028', 'CLS', 'ASV']
    })
  })
})
