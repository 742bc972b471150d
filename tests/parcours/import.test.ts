import { expect, test } from 'vitest'
import { unPlan } from './plan.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const fichier = async (titre: string) => ({
  name: 'plan.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await unPlan(titre))
})

test('un plan s’importe après avoir été vu ligne par ligne, puis une fiche se complète', async () => {
  const { page, finir } = await visite({ attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Actions' }).click()
  await page.getByRole('link', { name: 'Importer un tableur' }).first().click()
  await page.getByLabel(/Votre fichier/).setInputFiles(await fichier('Plan santé 2024-2027'))
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('heading', { level: 1, name: 'L’import écrirait 3 actions' }).waitFor()
  expect(await page.getByText('Presque fini').count()).toBeGreaterThan(0)
  await verifierPage(page)
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByRole('heading', { level: 1, name: /2 actions/ }).waitFor()
  await page.getByRole('link', { name: 'Bus santé dans les quartiers' }).click()
  const objectifs = page.locator('#objectifs')
  expect(await objectifs.textContent()).toContain('Deux tournées par mois')
  expect(await page.locator('#suivi').textContent()).toContain('Colonne maison : à garder')
  expect(await page.locator('#budget').textContent()).toMatch(/12\s500,50\s€/)
  await page
    .locator('#textes')
    .getByRole('link', { name: /Modifier/ })
    .click()
  await page.getByLabel('Pourquoi : contexte, besoin').fill('Les cabinets sont loin du quartier.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Les cabinets sont loin du quartier.').waitFor()
  await page
    .locator('#indicateurs')
    .getByRole('link', { name: /Modifier/ })
    .click()
  await page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Indicateur', { exact: true }).fill('Personnes rencontrées')
  await page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Visé').fill('beaucoup')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: /Écrivez un nombre/ }).waitFor()
  expect(await page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Indicateur', { exact: true }).inputValue()).toBe(
    'Personnes rencontrées'
  )
  await page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Visé').fill('400')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('400 visés').waitFor()
  await finir()
})

test('le même fichier une deuxième fois ne change rien ; un fichier qui n’en est pas un est refusé avec sa phrase', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  const envoyer = async (buffer: Buffer, name = 'plan.xlsx') => {
    await page.goto('/villiers-sur-marne/actions/importer')
    await page.getByLabel(/Votre fichier/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  }
  const plan = Buffer.from(await unPlan('Plan répété'))
  await envoyer(plan)
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await envoyer(plan)
  expect(await page.locator('h1').textContent()).toBe('Ce fichier ne changerait rien')
  expect(await page.getByRole('button', { name: 'Tout importer' }).count()).toBe(0)
  await envoyer(Buffer.from('ceci n’est pas un tableur'), 'notes.pdf')
  expect(await page.getByRole('alert').textContent()).toContain('n’est pas un tableur')
  await finir()
})
