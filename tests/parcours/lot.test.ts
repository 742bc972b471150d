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
    await page.getByText(/ont retrouvé ce qu’elles disaient/).waitFor()
    expect(new URL(page.url()).searchParams.get('q'), 'le filtre est gardé').toBe('santé')
    await verifierPage(page)
    await voirLEffet()
    expect(await annoncees(page)).toBe(nombre)
    await finir()
  }
)

test.each([
  ['avec le script', {}],
  ['sans script', { javaScriptEnabled: false }]
])(
  'R-073 · %s, une collègue retouche une des actions : ce qui est refusé ou laissé se dit, et rien de ce qui était demandé ne se perd',
  async (facon, contexte) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const chez = '/paris-vallee-de-la-marne/actions'
    await entrerChez(page, 'paris-vallee-de-la-marne')
    const fiches: string[] = []
    for (const rang of ['une', 'deux', 'trois']) {
      await page.goto(`${chez}/nouvelle`)
      await page.getByLabel(/Titre de l’action/).fill(`Tournée ${rang}, ${facon}`)
      await page.getByRole('button', { name: /^(Créer l’action|Créer quand même)/ }).click()
      await page.waitForURL(/actions\/[0-9a-f-]{36}/)
      fiches.push(new URL(page.url()).pathname)
    }
    const retoucher = async (fiche: string, titre: string) => {
      const collegue = await page.context().newPage()
      await collegue.goto(`${fiche}?modifier=titre`)
      await collegue.getByLabel('Titre de l’action').fill(titre)
      await collegue.getByRole('button', { name: 'Enregistrer' }).click()
      await collegue.getByRole('heading', { level: 1, name: titre }).waitFor()
      await collegue.close()
    }
    const demande = `q=${encodeURIComponent(facon)}&champ=priorite&valeur=bas`
    const tenu = async () => {
      const { pathname, searchParams } = new URL(page.url())
      expect([pathname, searchParams.get('q'), searchParams.get('champ')]).toEqual([`${chez}/lot`, facon, 'priorite'])
      await page.getByRole('heading', { level: 1, name: 'Changer 3 actions d’un coup' }).waitFor()
    }
    await page.goto(`${chez}/lot?${demande}`)
    await retoucher(fiches[0]!, `Tournée du mardi, ${facon}`)
    await page.getByRole('button', { name: 'Changer les actions cochées' }).click()
    await page
      .getByRole('alert')
      .getByText(`Quelqu’un a retouché 1 des 3 actions depuis\u00a0: «\u00a0Tournée du mardi, ${facon}\u00a0»`)
      .waitFor()
    await tenu()
    // the preview tells what the action says now, and the same choice is sent again
    await page.getByRole('checkbox', { name: `Changer « Tournée du mardi, ${facon} »` }).waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3)
    await page.getByRole('button', { name: 'Changer les actions cochées' }).click()
    await page.getByText('3 actions ont changé').waitFor()

    await retoucher(fiches[1]!, `Tournée du jeudi, ${facon}`)
    const changees = page.url()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await page.getByText('2 actions ont retrouvé ce qu’elles disaient').waitFor()
    await page.getByText(/Quelqu’un a retouché depuis 1 action/).waitFor()
    await page
      .getByRole('main')
      .getByRole('status')
      .getByRole('link', { name: `Tournée du jeudi, ${facon}` })
      .waitFor()
    if (!('javaScriptEnabled' in contexte)) await verifierPage(page)
    // undone twice: nothing is left to undo, and the page says why where it was asked
    await page.goto(changees)
    await page.getByRole('button', { name: 'Annuler' }).click()
    await page.getByText(/Quelqu’un a retouché les 3 actions depuis.*Rien n’a été annulé/).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Changer 3 actions d’un coup' }).waitFor()
    expect(new URL(page.url()).searchParams.get('q'), 'le filtre est gardé').toBe(facon)

    await page.goto(`${chez}/lot?q=${encodeURIComponent(facon)}&champ=statut&valeur=`)
    await page.getByText('Aucune action ne change').waitFor()
    expect(await page.getByRole('button', { name: 'Changer les actions cochées' }).count()).toBe(0)
    await finir()
  }
)
