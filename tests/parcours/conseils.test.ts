import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
// its own server: other journeys read the axes of the demonstration
let demo: Serveur
beforeAll(async () => {
  demo = await launchServer({ TISSERAND_DEMO: 'oui' })
})
afterAll(() => demo.stop())

const DEPART = 'Politique de santé intégrée'

test.each([
  ['', {}, DEPART, 'La santé dans nos rues'],
  [
    ', sans script, sur un téléphone',
    { javaScriptEnabled: false, viewport: { width: 360, height: 740 } },
    'La santé dans',
    DEPART
  ]
])(
  'R-064 · un territoire renomme un axe transversal et y écrit ses conseils : on les lit là où l’on répond%s',
  async (suite, contexte, avant, apres) => {
    const { page, finir } = await visite({ ...contexte, chez: demo.adresse })
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/actions/matrice')
    const contrat = await page
      .getByRole('navigation', { name: /Fil|Où/ })
      .getByRole('link')
      .first()
      .getAttribute('href')
    await page.goto(`${contrat!.split('#')[0]}/axes`)
    await page
      .getByRole('link', { name: new RegExp(avant) })
      .first()
      .click()
    // what the product offers is there to be corrected
    const conseil = page.getByLabel('Conseil, à la conception')
    await expect.poll(() => conseil.inputValue()).not.toBe('')
    await page.getByLabel('Intitulé').fill(apres)
    await conseil.fill(`Nommez la rue, et qui l’entretient${suite}.`)
    await page.getByLabel('Exemples de réponse, à la conception').fill('Le banc du 12.\nLa place du marché, avec la voirie.')
    await page.getByLabel('Conseil, à l’évaluation').fill('')
    if (suite === '') await verifierPage(page)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText(apres).first().waitFor()

    await page.goto('/cergy/actions/matrice?moment=conception')
    await page.getByText('Conseils et exemples pour répondre').click()
    await page.getByText(`Nommez la rue, et qui l’entretient${suite}.`).waitFor()
    await page.getByText('Le banc du 12.').waitFor()
    if (suite === '') await verifierPage(page)
    await page.locator('main tbody li a:visible').filter({ hasText: apres }).first().click()
    await page.getByLabel('Votre réponse').waitFor()
    await page.getByText(`Nommez la rue, et qui l’entretient${suite}. Deux ou trois phrases suffisent.`).waitFor()
    await page.getByText('Des exemples de réponse').click()
    await page.getByText('La place du marché, avec la voirie.').waitFor()
    if (suite === '') await verifierPage(page)
    // the moment that the axis says nothing of has the advice that every axis has
    await page.goto(page.url().replace('moment=conception', 'moment=evaluation'))
    await page.getByText(/à quoi on le voit, et ce qu’il faut garder\. Deux ou trois phrases/).waitFor()
    await finir()
  },
  180_000
)
