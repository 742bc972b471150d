import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { relire } from './libreoffice.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
// its own server: the links of the demonstration change
let demo: Serveur
beforeAll(async () => {
  demo = await launchServer({ TISSERAND_DEMO: 'oui' })
})
afterAll(() => demo.stop())

async function ouvrir(page: Page): Promise<string> {
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions/matrice')
  const fil = page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link')
  const contrat = (await fil.first().getAttribute('href'))!.split('#')[0]!
  await page.goto(`${contrat}/prs`)
  return contrat
}
const case_ = (page: Page, axe: string, prs: string) =>
  page.getByRole('checkbox', { name: new RegExp(`${axe}.*répond à.*${prs}`) })
const ligne = (page: Page, prs: string) => page.getByRole('row', { name: new RegExp(`\\d\\. ${prs}`) })
const octetsDe = async (page: Page, lien: ReturnType<Page['getByRole']>) => {
  const [fichier] = await Promise.all([page.waitForEvent('download'), lien.click()])
  return readFile(await fichier.path())
}

test('R-014 · R-015 · la démonstration s’ouvre pleine : chaque axe du projet nomme ses actions, l’action orpheline a le chemin de ses liens', async () => {
  const { page, finir } = await visite({ chez: demo.adresse })
  const contrat = await ouvrir(page)
  await page.getByRole('heading', { level: 1, name: /axes sont à relier au PRS3/ }).waitFor()
  expect(await ligne(page, 'Métiers de la santé').first().textContent()).toMatch(/aucun.*aucune/s)
  await ligne(page, 'Accès aux soins')
    .first()
    .getByRole('link', { name: /1\.1 Permanence d’accès aux droits/ })
    .waitFor()
  await verifierPage(page)
  await page
    .locator('#hors-prs')
    .getByRole('link', { name: /Relier.*Air intérieur/ })
    .click()
  await page.locator('#liens').getByRole('button', { name: 'Enregistrer' }).waitFor()
  await page.getByLabel(/4\. Métiers de la santé/).check()
  const enregistrer = page.locator('#liens').getByRole('button', { name: 'Enregistrer' })
  await enregistrer.click()
  // the form names the axis too: what is read comes once the form is gone
  await enregistrer.waitFor({ state: 'detached' })
  await page
    .locator('#liens')
    .getByText(/Métiers de la santé/)
    .waitFor()
  await page.goto(`${contrat}/prs`)
  await ligne(page, 'Métiers de la santé')
    .first()
    .getByRole('link', { name: /^5\.1 Air intérieur/ })
    .waitFor()
  await finir()
})

test.each([
  ['', {}],
  [', sans script, sur un téléphone', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }]
])(
  'R-014 · plusieurs axes se relient d’un seul envoi, et le rapport sort en Word et en PDF balisé%s',
  async (suite, contexte) => {
    const { page, finir } = await visite({ ...contexte, chez: demo.adresse })
    const contrat = await ouvrir(page)
    const [avec, sans] = suite === '' ? (['check', 'uncheck'] as const) : (['uncheck', 'check'] as const)
    await case_(page, 'Santé environnementale', 'Environnement')[avec]()
    await case_(page, 'Politique de santé intégrée', 'Pouvoir d’agir')[avec]()
    await case_(page, 'Seniors et autonomie', 'Parcours')[sans]()
    await page.getByRole('button', { name: 'Enregistrer les liens' }).click()
    const environnement = ligne(page, 'Environnement').first()
    const seniors = page.locator('#hors-prs').getByRole('link', { name: /^4\.1 Visites/ })
    const logements = environnement.getByRole('link', { name: /^5\.2 Logements/ })
    await (suite === '' ? logements : page.locator('#hors-prs').getByRole('link', { name: /^5\.2/ })).first().waitFor()
    expect(await logements.count()).toBe(suite === '' ? 1 : 0)
    expect(await seniors.count()).toBe(suite === '' ? 1 : 0)
    if (suite === '') await verifierPage(page)

    const word = await mammoth.extractRawText({ buffer: await octetsDe(page, page.getByRole('link', { name: 'Word' })) })
    const { texte } = await relire(await octetsDe(page, page.getByRole('link', { name: 'PDF' })))
    for (const lu of [word.value, texte]) {
      expect(lu).toContain('Ce que le contrat répond au projet régional de santé')
      expect(lu).toContain('Permanence d’accès aux droits')
    }
    await page.goto(contrat)
    await page.getByRole('link', { name: /^PDF.*Réponse au projet régional/ }).waitFor()
    await finir()
  },
  180_000
)

test('R-014 · le contrat entier porte cette réponse quand le territoire remet son chapitre', async () => {
  const { page, finir } = await visite({ chez: demo.adresse })
  const contrat = await ouvrir(page)
  const lire = async () => {
    await page.goto(contrat)
    const octets = await octetsDe(page, page.getByRole('link', { name: /^Word.*Contrat/ }))
    return (await mammoth.extractRawText({ buffer: octets })).value
  }
  expect(await lire()).not.toContain('Réponse au projet régional de santé')
  await page.goto('/cergy/reglages/documents')
  await page.getByRole('button', { name: /Remettre.*Réponse au projet régional/ }).click()
  await page.getByRole('button', { name: /Laisser de côté.*Réponse au projet régional/ }).waitFor()
  const texte = await lire()
  expect(texte).toContain('Réponse au projet régional de santé')
  expect(texte).toContain('Métiers de la santé')
  await finir()
})
