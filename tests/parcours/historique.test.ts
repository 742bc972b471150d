import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)('%s, un geste s’annule depuis l’historique, et ce qui est retiré revient', async (facon, contexte, tenir) => {
  const { page, finir } = await visite(contexte)
  const { activer, ecrire } = tenir(page)
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto('/villiers-sur-marne/actions/nouvelle')
  await ecrire(page.getByLabel('Titre de l’action'), `Marche du dimanche, ${facon}`)
  await activer(page.getByRole('button', { name: /Créer|Ouvrir/ }))
  await page.getByRole('heading', { level: 1, name: /Marche du dimanche/ }).waitFor()
  const fiche = new URL(page.url()).pathname
  await activer(page.getByRole('link', { name: 'Renommer' }))
  await ecrire(page.getByLabel('Titre de l’action'), `Course du lundi, ${facon}`)
  await activer(page.getByRole('button', { name: 'Enregistrer' }))
  await page.getByRole('heading', { level: 1, name: /Course du lundi/ }).waitFor()
  await activer(page.getByRole('link', { name: 'historique', exact: true }).first())
  await activer(page.getByRole('button', { name: /Annuler ce changement.*a modifié une fiche-action/ }))
  await page.getByText('a annulé un changement').first().waitFor()
  await verifierPage(page)
  await page.goto(fiche)
  await page.getByRole('heading', { level: 1, name: /Marche du dimanche/ }).waitFor()
  await activer(page.getByRole('button', { name: /Retirer cette action/ }))
  await page.getByText('L’action a été retirée').waitFor()
  await page.goto('/villiers-sur-marne/historique')
  await activer(page.getByRole('link', { name: 'Ce qui a été retiré' }))
  await verifierPage(page)
  await activer(page.getByRole('button', { name: `Rétablir Marche du dimanche, ${facon}` }))
  await page.getByText('C’est revenu').waitFor()
  await expect.poll(() => page.getByRole('button', { name: `Rétablir Marche du dimanche, ${facon}` }).count()).toBe(0)
  expect((await page.goto(fiche))?.status()).toBe(200)
  await finir()
})
