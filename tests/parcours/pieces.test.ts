import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { unPdf, unPng } from './fichiers.ts'
import { FACONS, pointer } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const CHEZ = '/villiers-sur-marne'
const PDF = { name: 'Convention signée.pdf', mimeType: 'application/pdf', buffer: Buffer.from(unPdf('Convention')) }
const SUITE = { name: 'Convention v2.pdf', mimeType: 'application/pdf', buffer: Buffer.from(unPdf('Convention corrigee')) }
const PNG = { name: 'affiche.png', mimeType: 'image/png', buffer: Buffer.from(unPng(120, 80)) }

/** A file let go on a part of the page, as a mouse that carries it from a folder does. */
async function lacher(page: Page, cible: Locator, { name, mimeType, buffer }: typeof PDF): Promise<void> {
  const porte = await page.evaluateHandle(
    ([nom, type, octets]) => {
      const transfert = new DataTransfer()
      transfert.items.add(new File([Uint8Array.from(atob(octets), (lettre) => lettre.charCodeAt(0))], nom, { type }))
      return transfert
    },
    [name, mimeType, buffer.toString('base64')] as const
  )
  for (const moment of ['dragenter', 'dragover', 'drop']) await cible.dispatchEvent(moment, { dataTransfer: porte })
}

/** The bytes that a link of the page gives, to whoever is signed in. */
const octetsDe = async (page: Page, lien: Locator): Promise<Buffer> =>
  (await page.request.get((await lien.getAttribute('href'))!)).body()

async function uneAction(page: Page, titre: string): Promise<void> {
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(`${CHEZ}/actions/nouvelle`)
  await page.getByLabel('Titre').fill(titre)
  await page.getByRole('button', { name: /Créer|Ouvrir/ }).click()
  await page.getByRole('heading', { level: 1, name: titre }).waitFor()
}

test.each(FACONS)(
  'un document se joint, se relit tel quel, prend une version, se retire et revient : %s',
  async (facon, contexte, de) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const mains = de(page)
    await uneAction(page, `Bus santé ${facon}`)
    const documents = page.locator('#documents')
    await mains.deposer(documents.getByLabel('Joindre un document'), PDF)
    await mains.ecrire(documents.getByLabel('Nom du document'), 'La convention')
    await mains.choisir(documents.getByLabel('Ce que c’est'), 'Convention')
    await verifierPage(page)
    await mains.activer(documents.getByRole('button', { name: 'Joindre', exact: true }))
    const lien = documents.getByRole('link', { name: 'La convention', exact: true })
    await lien.waitFor()
    await expect.poll(() => documents.textContent()).toMatch(/Convention ·\s+PDF, 1\sKo · joint le/)
    expect((await octetsDe(page, lien)).equals(PDF.buffer)).toBe(true)
    const premiere = (await lien.getAttribute('href'))!

    await verifierPage(page)
    await mains.deposer(documents.getByLabel('Joindre un document'), PNG)
    await mains.activer(documents.getByRole('button', { name: 'Joindre', exact: true }))
    await documents.getByRole('link', { name: /Dites ce que montre l’image/ }).waitFor()
    await verifierPage(page)
    await mains.ecrire(documents.getByLabel('Ce que montre l’image'), 'Le bus bleu devant la mairie')
    await mains.activer(documents.getByRole('button', { name: 'Joindre', exact: true }))
    const image = documents.getByRole('img', { name: 'Le bus bleu devant la mairie' })
    await image.waitFor()
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((vue: HTMLImageElement) => vue.naturalWidth)).toBe(120)

    await mains.activer(documents.getByRole('link', { name: 'Modifier La convention' }))
    const version = documents.locator('form').filter({ hasText: 'Une nouvelle version' })
    // the focus is where the page put it before any key is pressed
    await verifierPage(page)
    await mains.deposer(version.getByLabel('Le fichier'), SUITE)
    await mains.ecrire(version.getByLabel('Ce qui change'), 'article 3')
    await verifierPage(page)
    await mains.activer(version.getByRole('button', { name: 'Joindre cette version' }))
    await documents.getByText('version 2, du').waitFor()
    expect((await octetsDe(page, lien)).equals(SUITE.buffer)).toBe(true)
    await mains.activer(documents.locator('summary', { hasText: '1 version plus ancienne' }))
    const ancienne = documents.getByRole('link', { name: /^Version 1/ })
    await expect.poll(() => ancienne.getAttribute('href')).toBe(premiere)
    expect((await octetsDe(page, ancienne)).equals(PDF.buffer)).toBe(true)
    await verifierPage(page)

    await mains.activer(documents.getByRole('link', { name: 'Modifier La convention' }))
    await mains.activer(documents.getByRole('button', { name: /Retirer ce document/ }))
    await documents.getByText('Le document a été retiré.').waitFor()
    await expect.poll(() => lien.count()).toBe(0)
    expect((await page.request.get(premiere)).status()).toBe(404)
    await mains.activer(documents.getByRole('button', { name: 'Rétablir' }))
    await lien.waitFor()
    await finir()
  }
)

test('un fichier se lâche sur la zone ; un SVG déguisé ou trop de fichiers sont refusés avec une phrase ; à côté, rien n’est perdu', async () => {
  const { page, finir } = await visite({ attendues: /422/ })
  await uneAction(page, 'Marche du dimanche')
  const documents = page.locator('#documents')
  const zone = documents.getByText('Déposez un fichier ici')
  await lacher(page, zone, { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="x()"/>') })
  await documents.getByLabel('Nom du document').fill('Une photo')
  await documents.getByLabel('Ce que montre l’image').fill('Un bus')
  await documents.getByRole('button', { name: 'Joindre', exact: true }).click()
  await documents.getByRole('link', { name: /dessin SVG/ }).waitFor()
  await expect.poll(() => documents.getByLabel('Nom du document').inputValue()).toBe('Une photo')
  await lacher(page, page.getByRole('heading', { level: 1 }), PNG)
  await expect.poll(() => documents.getByLabel('Nom du document').inputValue()).toBe('Une photo')
  await lacher(page, zone, PNG)
  await documents.getByRole('button', { name: 'Joindre', exact: true }).click()
  await documents.getByRole('img', { name: 'Un bus' }).waitFor()
  const gros = Buffer.concat([PDF.buffer, Buffer.alloc(25 * 2 ** 20)])
  await lacher(page, zone, { ...PDF, buffer: gros })
  await expect.poll(() => documents.getByRole('alert').filter({ hasText: '25' }).textContent()).toMatch(/dépasse 25\sMo/)
  await verifierPage(page)
  await finir()
})

test('sans script, l’image refusée attend sa phrase sans être choisie de nouveau, sur le contrat et à côté d’un acte', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(`${CHEZ}/contrats`)
  await page.locator(`main a[href*="${CHEZ}/contrats/0"]`).first().click()
  const documents = page.locator('#documents')
  await pointer.deposer(documents.getByLabel('Joindre un document'), PNG)
  await documents.getByRole('button', { name: 'Joindre', exact: true }).click()
  await expect.poll(() => documents.textContent()).toContain('affiche.png est gardé')
  await documents.getByLabel('Ce que montre l’image').fill('La salle du conseil')
  await documents.getByRole('button', { name: 'Joindre', exact: true }).click()
  await expect.poll(() => documents.getByRole('img', { name: 'La salle du conseil' }).count()).toBe(1)

  await page.getByRole('link', { name: /^Actes et journal/ }).click()
  const formulaire = page.locator('form[action="?/acte"]')
  await formulaire.getByLabel('Nature').selectOption('deliberation')
  await formulaire.getByLabel('Référence').fill('Délibération n° 12')
  await formulaire.getByLabel('Date').fill('2026')
  await formulaire.getByRole('button', { name: 'Ajouter l’acte' }).click()
  await page.getByRole('link', { name: /Joindre un document.*Délibération n° 12/ }).click()
  const acte = page.locator('[id^="documents-"]').filter({ has: page.getByLabel('Joindre un document') })
  await pointer.deposer(acte.getByLabel('Joindre un document'), PDF)
  await acte.getByRole('button', { name: 'Joindre', exact: true }).click()
  const lien = page.getByRole('link', { name: 'Convention signée', exact: true })
  expect((await octetsDe(page, lien)).equals(PDF.buffer)).toBe(true)
  await page.getByRole('link', { name: 'Modifier Convention signée' }).click()
  await page.getByRole('button', { name: /Retirer ce document/ }).click()
  await expect.poll(() => page.getByText('Le document a été retiré.').count()).toBe(1)
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await expect.poll(() => lien.count()).toBe(1)
  await finir()
})
