import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unPng } from './fichiers.ts'
import { FACONS, pointer } from './mains.ts'
import { launchServer } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const CHEZ = '/villiers-sur-marne'

// plans that other journeys bring change the chapters of the contract being written
let serveur: Awaited<ReturnType<typeof launchServer>>
beforeAll(async () => {
  serveur = await launchServer({ TISSERAND_DEMO: 'oui' })
})
afterAll(() => serveur.stop())

const LOGO = { name: 'logo-ville.png', mimeType: 'image/png', buffer: Buffer.from(unPng(900, 300)) }
const SVG = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="x()"/>') }

/** « Monter « Sigles » », whatever its spaces. */
const bouton = (geste: string, nom: string) => new RegExp(`^${geste}\\s«\\s${nom}\\s»$`)

/** What a person sees of a PDF: its cover, its bookmarks, the images that it names. */
async function feuilleter(octets: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(octets) }).promise
  const page = await pdf.getPage(1)
  const dits = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : ''))
  return {
    couverture: dits.join(' ').replaceAll(/\s+/g, ' '),
    chapitres: ((await pdf.getOutline()) ?? []).map(({ title }) => title.replace(/^[IV]+\. /, '')),
    balises: JSON.stringify(await page.getStructTree())
  }
}

async function jusquAuxReglages(page: Page, activer: (lien: ReturnType<Page['getByRole']>) => Promise<void>): Promise<string> {
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(`${CHEZ}/contrats`)
  const contrat = (await page.locator(`main a[href*="${CHEZ}/contrats/0"]`).first().getAttribute('href'))!
  await page.goto(contrat)
  await activer(page.getByRole('link', { name: 'Couverture, logo, ordre des chapitres' }))
  await page.getByRole('heading', { level: 1, name: 'Vos documents n’ont pas encore de logo' }).waitFor()
  return contrat
}

test.each(FACONS)(
  '%s, le territoire donne à ses documents son logo, sa couverture et son ordre, et le PDF téléchargé les porte',
  async (_, contexte, de) => {
    const { page, finir } = await visite({ ...contexte, chez: serveur.adresse, attendues: /422/ })
    const mains = de(page)
    const contrat = await jusquAuxReglages(page, mains.activer)
    const avant = await feuilleter(await (await page.request.get(`/fichiers${contrat}.pdf`)).body())
    await verifierPage(page)

    const logo = page.locator('#logo')
    await mains.deposer(logo.getByLabel('Le logo du territoire'), SVG)
    await mains.ecrire(logo.getByLabel('Ce que montre le logo'), 'Logo de Villiers-sur-Marne')
    await mains.activer(logo.getByRole('button', { name: 'Poser ce logo' }))
    await logo.getByRole('link', { name: /dessin SVG/ }).waitFor()
    await verifierPage(page)
    expect(await logo.getByLabel('Ce que montre le logo').inputValue()).toBe('Logo de Villiers-sur-Marne')
    await mains.deposer(logo.getByLabel('Le logo du territoire'), LOGO)
    await mains.activer(logo.getByRole('button', { name: 'Poser ce logo' }))
    const image = logo.getByRole('img', { name: 'Logo de Villiers-sur-Marne' })
    await image.waitFor()
    await expect.poll(() => image.evaluate((vue: HTMLImageElement) => vue.naturalWidth)).toBe(900)

    const couverture = page.locator('#couverture')
    await mains.ecrire(couverture.getByLabel('Au-dessus du titre'), 'Direction de la santé')
    await mains.ecrire(couverture.getByLabel('Sous le titre'), 'Version du comité de pilotage')
    if (mains === pointer) await couverture.getByLabel('Prune').check()
    await mains.activer(couverture.getByRole('button', { name: 'Enregistrer la couverture' }))
    await page.getByRole('img', { name: /Aperçu de la couverture.*Direction de la santé.*Version du comité/ }).waitFor()

    const chapitres = page.locator('#chapitres')
    const [premier, deuxieme] = avant.chapitres.slice(1) as [string, string]
    await mains.activer(chapitres.getByRole('button', { name: bouton('Descendre', premier) }))
    await chapitres.getByText('Revenir à l’ordre d’origine').waitFor()
    const dernier = avant.chapitres.at(-1)!
    await mains.activer(chapitres.getByRole('button', { name: bouton('Laisser de côté', dernier) }))
    await chapitres.getByRole('button', { name: bouton('Remettre', dernier) }).waitFor()
    expect(await chapitres.getByRole('button', { name: /Laisser de côté.*Axes thématiques/ }).count()).toBe(0)
    await verifierPage(page)

    const voir = (await page.getByRole('link', { name: 'Voir le document' }).getAttribute('href'))!
    expect((await page.request.get(voir)).headers()['content-disposition']).toMatch(/^inline/)
    await page.goto(contrat)
    const lien = page.getByRole('link', { name: /^PDF.*: Contrat$/ })
    const [fichier] = await Promise.all([page.waitForEvent('download'), mains.activer(lien)])
    const apres = await feuilleter(await readFile(await fichier.path()))
    expect(apres.balises).toContain('Logo de Villiers-sur-Marne')
    for (const dit of ['Direction de la santé', 'Version du comité de pilotage']) expect(apres.couverture).toContain(dit)
    expect(apres.chapitres).toEqual(['Sommaire', deuxieme, premier, ...avant.chapitres.slice(3, -1)])
    const word = await (await page.request.get(`/fichiers${contrat}.docx`)).body()
    expect((await mammoth.convertToHtml({ buffer: word })).value).toMatch(/<img alt="Logo de Villiers-sur-Marne"/)

    await page.goto(`${CHEZ}/reglages/documents`)
    await mains.activer(chapitres.getByRole('button', { name: 'Revenir à l’ordre d’origine' }))
    await chapitres.getByText('Revenir à l’ordre d’origine').waitFor({ state: 'detached' })
    await mains.activer(logo.getByRole('button', { name: /Retirer le logo/ }))
    await logo.getByText('Le logo a été retiré.').waitFor()
    await mains.activer(logo.getByRole('button', { name: 'Le remettre' }))
    await image.waitFor()
    await mains.activer(logo.getByRole('button', { name: /Retirer le logo/ }))
    await image.waitFor({ state: 'detached' })
    await finir()
  },
  120_000
)

test('sans script, les chapitres se rangent et s’écartent d’un bouton, et le logo refusé attend sa phrase', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, javaScriptEnabled: false, attendues: /422/ })
  await jusquAuxReglages(page, pointer.activer)
  const chapitres = page.locator('#chapitres')
  const noms = () => chapitres.locator('li .nom').allTextContents()
  await chapitres.getByRole('button', { name: bouton('Monter', 'Sigles') }).click()
  expect((await noms()).at(-2)).toBe('Sigles')
  expect(page.url()).toMatch(/#chapitre-sigles$/)
  await chapitres.getByRole('button', { name: bouton('Laisser de côté', 'Sigles') }).click()
  expect((await noms()).at(-2)).toMatch(/^Sigles.*laissé de côté/)
  await chapitres.getByRole('button', { name: 'Revenir à l’ordre d’origine' }).click()
  expect((await noms()).at(-1)).toBe('Sigles')
  const logo = page.locator('#logo')
  await pointer.deposer(logo.getByLabel('Le logo du territoire'), LOGO)
  await logo.getByRole('button', { name: 'Poser ce logo' }).click()
  expect(await logo.getByText('logo-ville.png est gardé').count()).toBe(1)
  await logo.getByLabel('Ce que montre le logo').fill('Logo de Villiers')
  await logo.getByRole('button', { name: 'Poser ce logo' }).click()
  expect(await logo.getByRole('img', { name: 'Logo de Villiers' }).count()).toBe(1)
  await logo.getByRole('button', { name: /Retirer le logo/ }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Vos documents n’ont pas encore de logo')
  await finir()
})
