import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { entrerChez, visites } from './visite.ts'

const visite = visites()
const LARGEURS = [360, 1024, 1280, 1440]
const MOT = 'Anticonstitutionnellementinterministerielledelatransversalitesociosanitaire'

async function mesurer(page: Page, adresse: string): Promise<void> {
  await page.goto(adresse)
  for (const largeur of LARGEURS) {
    await page.setViewportSize({ width: largeur, height: 900 })
    const large = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(large, `${adresse} à ${largeur} px`).toBeLessThanOrEqual(largeur)
  }
}

test('le tableau de bord tient dans la page, de 360 à 1440 px', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await mesurer(page, '/cergy')
  await finir()
})

test('un mot de 75 lettres dans un titre n’élargit aucune page, de 360 à 1440 px', async () => {
  const { page, finir } = await visite()
  const chez = '/paris-vallee-de-la-marne'
  await entrerChez(page, 'paris-vallee-de-la-marne')
  await page.goto(`${chez}/actions/nouvelle`)
  await page.getByLabel(/Titre de l’action/).fill(MOT)
  const place = page.getByLabel(/^Place dans/)
  await place.selectOption({ index: (await place.locator('option').count()) - 1 })
  await page.getByRole('button', { name: 'Créer l’action' }).click()
  await page.getByRole('heading', { level: 1, name: MOT }).waitFor()
  const fiche = new URL(page.url()).pathname
  const vues = ['', '/statuts', '/calendrier', '/pilotes', '/publics', '/quartiers', '/matrice', '/budget']
  const lot = `${chez}/actions/lot?champ=priorite&valeur=bas`
  for (const adresse of [...vues.map((vue) => `${chez}/actions${vue}`), fiche, lot, chez, `${chez}/historique`])
    await mesurer(page, adresse)
  await page.goto(fiche)
  await page.getByRole('button', { name: /Retirer cette action/ }).click()
  await page.getByText('L’action a été retirée').waitFor()
  await finir()
})
