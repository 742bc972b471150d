import { expect, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const CE_MOIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', month: 'long', year: 'numeric' }).format(new Date())

test('R-133 · au téléphone et sans script, une venue au conseil citoyen se note avec ce qui a été soulevé, se corrige, se retire et revient', async () => {
  const { page, finir } = await visite({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    attendues: /422/
  })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Conseil citoyen' }).click()
  const passages = page.locator('#passages')
  await passages.getByText('Le service y est allé 2 fois en douze mois. 1 sujet attend une suite.').waitFor()
  await passages.getByRole('link', { name: 'Noter une venue' }).click()
  await passages.getByLabel('Quand').fill('12/2099')
  await passages.getByLabel('Qui y est allé').fill('La direction')
  await passages.getByLabel('Ce que les habitants ont soulevé').fill('La fermeture du cabinet médical.')
  await passages.getByRole('button', { name: 'Noter', exact: true }).click()
  await expect.poll(() => passages.getByRole('alert').textContent()).toContain('Cette date est à venir')
  await expect
    .poll(() => passages.getByLabel('Ce que les habitants ont soulevé').inputValue())
    .toBe('La fermeture du cabinet médical.')
  await passages.getByLabel('Quand').fill(CE_MOIS)
  await passages.getByRole('button', { name: 'Noter', exact: true }).click()
  await passages.getByText('3 fois en douze mois. 2 sujets attendent une suite.').waitFor()
  await passages.getByRole('link', { name: `Modifier la venue, ${CE_MOIS}` }).click()
  await passages.getByLabel('Ce que nous en faisons').fill('Point au comité technique.')
  await passages.getByRole('button', { name: 'Enregistrer' }).click()
  await passages.getByText('Suite : Point au comité technique.').waitFor()
  await passages.getByRole('link', { name: `Modifier la venue, ${CE_MOIS}` }).click()
  await passages.getByRole('button', { name: /^Retirer cette venue/ }).click()
  await passages.getByRole('button', { name: 'Rétablir' }).click()
  await passages.getByText('Suite : Point au comité technique.').waitFor()
  await finir()
  const regard = await visite({ viewport: { width: 360, height: 740 } })
  await entrerChez(regard.page, 'cergy')
  await regard.page.goto(page.url())
  await verifierPage(regard.page)
  await regard.page.goto(`${page.url().replace(/[?#].*/, '')}?modifier=noter-passage`)
  await verifierPage(regard.page)
  await regard.page.setViewportSize({ width: 1440, height: 900 })
  await regard.finir()
})
