import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { unPlan } from '../tests/parcours/plan.ts'
import { launchServer } from '../tests/parcours/serveur.ts'
import { findBrowser } from './browser.ts'

// `node scripts/images-du-guide.ts`: takes again every picture of docs/guide, from the built product and its demonstration.

const DOSSIER = join('docs', 'guide', 'images')
const LARGEUR = 1280
/** Heavier than this, a picture slows the guide down for nothing. */
const POIDS_MAX = 150_000

type Prise = { nom: string; aller: (page: Page) => Promise<void>; hauteur: number; depuis?: string }

const chez = (slug: string) => async (page: Page) => {
  await page.goto('/?tous')
  await page.locator(`button[value="${slug}"]`).click()
  await page.waitForURL(`**/${slug}`)
}

const PRISES: Prise[] = [
  { nom: 'accueil', hauteur: 760, aller: async (page) => void (await page.goto('/')) },
  { nom: 'commencer', hauteur: 640, aller: async (page) => void (await page.goto('/commencer')) },
  {
    nom: 'importer',
    hauteur: 860,
    aller: async (page) => {
      await chez('villiers-sur-marne')(page)
      await page.goto('/villiers-sur-marne/actions/importer')
      await page.getByLabel(/Votre fichier/).setInputFiles({
        name: 'plan.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(await unPlan('Plan santé 2027-2029'))
      })
      await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
      await page.getByRole('heading', { level: 1, name: /L’import écrirait/ }).waitFor()
    }
  }
]

const executablePath = await findBrowser()
if (!executablePath) throw new Error('Aucun navigateur : installez Chrome ou Chromium pour photographier les pages.')
await mkdir(DOSSIER, { recursive: true })
const serveur = await launchServer({ TISSERAND_DEMO: 'oui' })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] })
try {
  for (const { nom, aller, hauteur, depuis } of PRISES) {
    const context = await browser.newContext({ baseURL: serveur.adresse, locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: LARGEUR, height: 900 } })
    const page = await context.newPage()
    await aller(page)
    await page.evaluate(() => document.fonts.ready)
    const haut = depuis ? ((await page.locator(depuis).first().boundingBox())?.y ?? 0) - 16 : 0
    const chemin = join(DOSSIER, `${nom}.png`)
    await page.screenshot({ path: chemin, fullPage: true, clip: { x: 0, y: Math.max(0, haut), width: LARGEUR, height: hauteur } })
    const { size } = await stat(chemin)
    console.log(`${chemin} : ${Math.round(size / 1000)} ko${size > POIDS_MAX ? ', trop lourde' : ''}`)
    if (size > POIDS_MAX) process.exitCode = 1
    await context.close()
  }
} finally {
  await browser.close()
  await serveur.stop()
}
