import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const CHEZ = '/paris-vallee-de-la-marne'

test.each(FACONS)(
  'R-012 · %s, un avenant apporte deux montants, qui se lisent au budget sans s’ajouter aux actions, et se corrigent',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, choisir, ecrire } = tenir(page)
    await entrerChez(page, 'paris-vallee-de-la-marne')
    const [reference, ars, fondation] = [`Avenant dit ${facon}`, `Agence régionale ${facon}`, `Fondation ${facon}`]
    await page.goto(`${CHEZ}/actions/budget`)
    const total = page.getByRole('table', { name: /par axe/ }).getByRole('row', { name: /^En tout/ })
    const avant = await total.allTextContents()
    await page.goto(`${CHEZ}/contrats`)
    await activer(
      page
        .getByRole('main')
        .getByRole('link', { name: /Contrat local de santé/ })
        .first()
    )
    await activer(page.getByRole('link', { name: /Actes et journal/ }))

    await choisir(page.getByLabel('Nature').first(), 'Avenant')
    await ecrire(page.getByLabel('Référence'), reference)
    await ecrire(page.getByLabel('Date', { exact: false }).first(), '2025')
    const montant = (rang: number) => page.getByRole('group', { name: `Montant ${rang}` })
    await ecrire(montant(1).getByLabel('Montant'), '45 000')
    await ecrire(montant(1).getByLabel('Année'), '2026')
    await ecrire(montant(1).getByLabel('Financeur'), ars)
    await ecrire(montant(2).getByLabel('Montant'), 'beaucoup')
    await choisir(montant(2).getByLabel('Taxes'), 'TTC')
    await ecrire(montant(2).getByLabel('Année'), '2027')
    await ecrire(montant(2).getByLabel('Financeur'), fondation)
    await ecrire(montant(2).getByLabel('Précision'), 'sous réserve du bilan')
    await activer(page.getByRole('button', { name: 'Ajouter l’acte' }))
    await page.getByRole('link', { name: /Écrivez un montant en euros/ }).waitFor()
    await expect.poll(() => montant(1).getByLabel('Financeur').inputValue()).toBe(ars)
    await expect.poll(() => montant(2).getByLabel('Taxes').inputValue()).toBe('ttc')
    await verifierPage(page)
    await ecrire(montant(2).getByLabel('Montant'), '10 000')
    await activer(page.getByRole('button', { name: 'Ajouter l’acte' }))
    const apporte = page.getByRole('table', { name: `Ce qu’apporte ${reference}` })
    await expect
      .poll(() => apporte.textContent())
      .toMatch(/45\s000\s€ HT.*sous réserve.*10\s000\s€ TTC.*45\s000\s€ HT et 10\s000\s€ TTC/s)
    await verifierPage(page)

    await page.goto(`${CHEZ}/actions/budget`)
    const parActes = page.getByRole('table', { name: /actes du contrat/ })
    const rangee = (nom: string) => parActes.getByRole('row').filter({ hasText: nom })
    await expect.poll(() => rangee(ars).textContent()).toMatch(/45\s000\s€/)
    await expect.poll(() => rangee(fondation).textContent()).toMatch(/10\s000\s€ TTC/)
    expect(await total.allTextContents(), 'l’argent des actions n’a pas bougé').toEqual(avant)
    await verifierPage(page)
    await page.goto(`${CHEZ}/actions/budget?an=2027`)
    await expect.poll(() => rangee(fondation).count()).toBe(1)
    expect(await rangee(ars).count(), 'une année laisse de côté les autres').toBe(0)

    // a line that is emptied goes; the sum on the budget follows
    await activer(page.getByRole('link', { name: reference }))
    await activer(page.getByRole('link', { name: `Corriger ${reference}` }))
    const correction = page.locator('#corriger')
    const second = correction.getByRole('group', { name: 'Montant 2' })
    for (const champ of ['Montant', 'Année', 'Financeur', 'Précision']) {
      await ecrire(second.getByLabel(champ), '')
      await page.keyboard.press('Delete')
    }
    await activer(correction.getByRole('button', { name: 'Enregistrer' }))
    await expect.poll(() => apporte.textContent()).not.toContain(fondation)
    await page.goto(`${CHEZ}/actions/budget`)
    await expect.poll(() => rangee(ars).count()).toBe(1)
    expect(await rangee(fondation).count()).toBe(0)
    await finir()
  }
)
