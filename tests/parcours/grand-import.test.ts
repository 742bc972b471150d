import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { writeXlsx } from 'hucre'
import { unGrandPlan } from '../../bancs/plan.ts'
import { launchServer } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const IMPORTER = '/villiers-sur-marne/actions/importer'

// thousands of actions would be in the way of the other journeys
let serveur: Awaited<ReturnType<typeof launchServer>>
beforeAll(async () => {
  serveur = await launchServer({ TISSERAND_DEMO: 'oui' })
})
afterAll(() => serveur.stop())

async function apporter(page: Page, titre: string, nombre: number): Promise<void> {
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(IMPORTER)
  const buffer = Buffer.from(await unGrandPlan(titre, nombre))
  await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'grand.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('heading', { level: 1, name: /L’import écrirait/ }).waitFor({ timeout: 90_000 })
}

test('R-073 · un grand plan se voit par ses premières lignes, se suit pendant qu’il s’écrit, et son arrêt défait tout', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  await apporter(page, 'Grand plan', 9_000)
  await expect.poll(() => page.getByRole('row').count()).toBe(101)
  await page.getByText('Les premières lignes de chaque sorte, sur 9\u202f000.').waitFor()
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText(/% est écrit/).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Arrêter l’import' }).click()
  await page.getByRole('heading', { level: 1, name: 'L’import est arrêté' }).waitFor()
  await verifierPage(page)
  await page.getByRole('link', { name: 'Revoir l’aperçu' }).click()
  await page.getByRole('heading', { level: 1, name: 'L’import écrirait 9\u202f000 actions' }).waitFor()
  await finir()
}, 180_000)

test('R-073 · sans script, la page d’un grand import se recharge seule jusqu’à sa fin', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, javaScriptEnabled: false })
  await apporter(page, 'Plan moyen', 2_100)
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Le plan est importé' }).waitFor({ timeout: 50_000 })
  await page.getByRole('link', { name: 'Voir les actions' }).click()
  await expect.poll(() => page.locator('h1').textContent()).toContain('2\u202f100 actions')
  await finir()
}, 180_000)

test('R-093 · une longue liste de contacts se lit et s’importe à part, et l’annuaire en sort aussitôt', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  const contacts = Array.from({ length: 2_000 }, (_, n) => [`Maison ${n % 300}`, `Alix Nom${n}`, 'Agente', `alix${n}@exemple.fr`])
  const octets = await writeXlsx({
    sheets: [{ name: 'Liste', rows: [['Structure', 'Contact', 'Fonction', 'Courriel'], ...contacts] }]
  })
  await entrerChez(page, 'creteil')
  await page.goto('/creteil/partenaires/importer')
  const buffer = Buffer.from(octets)
  await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'longue.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('heading', { level: 1, name: 'L’import reprendrait 2\u202f000 lignes' }).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText('2\u202f000 lignes reprises dans l’annuaire').waitFor()
  const [fichier] = await Promise.all([
    page.waitForEvent('download', { timeout: 10_000 }),
    page.evaluate(() => void (location.href = '/fichiers/creteil/annuaire.xlsx'))
  ])
  expect(fichier.suggestedFilename()).toContain('.xlsx')
  await page.goto('/creteil/partenaires')
  const [texte] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
  expect(await readFile(await texte.path(), 'utf8')).toMatch(
    /^\ufeffStructure;Sigle;.*\r\n.*Maison 7;.*;Alix Nom7;Agente;alix7@exemple\.fr;/s
  )
  await page.goto('/creteil/partenaires/rapprocher?sorte=personnes')
  await page.getByRole('heading', { level: 1, name: /en double|à regarder/ }).waitFor()
  await verifierPage(page)
  await finir()
}, 180_000)
