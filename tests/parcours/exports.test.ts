import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { lireClasseur } from '../../src/platform/classeur.server.ts'
import { lirePlan } from '../../src/domaines/actions/regles/plan/lire.ts'
import { FACONS } from './mains.ts'
import { imprimer, relire } from './libreoffice.ts'
import { trouverLibreOffice } from './programmes.ts'
import { entrerChez, visites } from './visite.ts'

const visite = visites()
const libreOffice = trouverLibreOffice()

async function telecharger(
  page: Page,
  nom: string | RegExp,
  activer: (cible: Locator) => Promise<void> = (cible) => cible.click()
): Promise<{ nom: string; octets: Buffer }> {
  const [fichier] = await Promise.all([page.waitForEvent('download'), activer(page.getByRole('link', { name: nom }).first())])
  return { nom: fichier.suggestedFilename(), octets: await readFile(await fichier.path()) }
}

async function ouvrirContrat(page: Page): Promise<void> {
  await entrerChez(page, 'creteil')
  await page.goto('/creteil/contrats')
  await page.goto(
    (await page
      .getByRole('link', { name: /deuxième génération/ })
      .first()
      .getAttribute('href'))!
  )
}

test.each(FACONS)('%s, le contrat sort en Word, en PDF balisé et en tableur qui se relit', async (_, contexte, tenir) => {
  const { page, finir } = await visite(contexte)
  const { activer } = tenir(page)
  await ouvrirContrat(page)
  const word = await telecharger(page, /Word/, activer)
  expect(word.nom).toBe('creteil-contrat-local-de-sante-de-deuxieme-generation.docx')
  const { value: texte } = await mammoth.extractRawText({ buffer: word.octets })
  for (const mot of ['Mutuelle JUST', 'Santé environnementale', 'Université Paris-Est Créteil Val-de-Marne', '5 axes'])
    expect(texte).toContain(mot)
  const pdf = await telecharger(page, /PDF/, activer)
  const document = await getDocument({ data: new Uint8Array(pdf.octets) }).promise
  expect(((await document.getMarkInfo()) as unknown as Map<string, boolean>).get('Marked')).toBe(true)
  expect((await document.getMetadata()).info).toMatchObject({ Language: expect.stringMatching(/^fr/) as string })
  const tableur = await telecharger(page, /Tableur|tableur/, activer)
  const plan = lirePlan(await lireClasseur(tableur.octets, tableur.nom))
  expect(plan.refus).toEqual([])
  expect(plan.lignes).toHaveLength(11)
  await finir()
})

test.runIf(libreOffice)(
  'le Word du contrat s’imprime depuis LibreOffice avec ses pages et ses titres, sans ligne sur une autre',
  async () => {
    const { page, finir } = await visite()
    await ouvrirContrat(page)
    const { octets } = await telecharger(page, /Word/)
    const imprime = await relire(await imprimer(libreOffice!, octets))
    const { pages } = await relire((await telecharger(page, /PDF/)).octets)
    expect(Math.abs(imprime.pages - pages), `${imprime.pages} pages au lieu de ${pages}`).toBeLessThanOrEqual(2)
    const { value: html } = await mammoth.convertToHtml({ buffer: octets })
    const titres = [...html.matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, titre]) => titre!.replaceAll(/<[^>]*>/g, ''))
    expect(titres.length).toBeGreaterThan(20)
    // once in the contents, once in its place
    expect(titres.filter((titre) => imprime.texte.split(titre).length < 3)).toEqual([])
    for (const compte of ['III. Axes thématiques', 'Thématique 1.1 · Droits', `page ${imprime.pages} sur ${imprime.pages}`])
      expect(imprime.texte).toContain(compte)
    expect(imprime.recouvertes).toEqual([])
    await finir()
  }
)

test('le résumé et la page de signature sortent seuls, en Word et en PDF, et le résumé ne passe pas quatre pages', async () => {
  const { page, finir } = await visite()
  await ouvrirContrat(page)
  for (const [nom, mot] of [
    ['Résumé en quatre pages', 'Promotion de la santé de proximité'],
    ['Page de signature', 'CPTS unifiée des Boucles de Marne']
  ] as const) {
    const pdf = await telecharger(page, new RegExp(`^PDF.*${nom}`))
    const { pages, texte } = await relire(pdf.octets)
    expect(texte).toContain(mot)
    expect(pages).toBeLessThanOrEqual(nom === 'Résumé en quatre pages' ? 4 : 2)
    const word = await telecharger(page, new RegExp(`^Word.*${nom}`))
    expect((await mammoth.extractRawText({ buffer: word.octets })).value).toContain(mot)
    if (libreOffice) {
      const imprime = await relire(await imprimer(libreOffice, word.octets))
      expect(imprime.pages).toBeLessThanOrEqual(4)
      expect(imprime.recouvertes).toEqual([])
    }
  }
  await finir()
})

test.each(FACONS)(
  '%s, les fiches que le portefeuille montre sortent en un document, et elles seules',
  async (_, contexte, tenir) => {
    const { page, finir } = await visite(contexte)
    const { activer } = tenir(page)
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/actions?q=permanence&grouper=aucun')
    const { nom, octets } = await telecharger(page, /^PDF.*ces fiches/, activer)
    expect(nom).toBe('cergy-fiches-actions.pdf')
    const { texte } = await relire(octets)
    expect(texte).toContain('Permanence d’accès aux droits')
    expect(texte).not.toContain('Santé bucco-dentaire')
    await finir()
  }
)

test('une fiche sort seule', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions')
  await page.getByRole('link', { name: /Permanence d’accès aux droits/ }).click()
  const { octets } = await telecharger(page, 'Word')
  expect((await mammoth.extractRawText({ buffer: octets })).value).toContain('Réduire le renoncement aux soins')
  await finir()
})
