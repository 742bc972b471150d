import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { lireClasseur } from '../../src/platform/classeur.server.ts'
import { lirePlan } from '../../src/domaines/actions/regles/plan/lire.ts'
import { entrerChez, visites } from './visite.ts'

const visite = visites()

async function telecharger(page: Page, nom: string | RegExp): Promise<{ nom: string; octets: Buffer }> {
  const [fichier] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: nom }).first().click()])
  return { nom: fichier.suggestedFilename(), octets: await readFile(await fichier.path()) }
}

test('le contrat sort en Word, en PDF balisé et en tableur qui se relit', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'creteil')
  await page.goto('/creteil/contrats')
  await page.goto(
    (await page
      .getByRole('link', { name: /deuxième génération/ })
      .first()
      .getAttribute('href'))!
  )
  const word = await telecharger(page, /Word/)
  expect(word.nom).toBe('creteil-contrat-local-de-sante-de-deuxieme-generation.docx')
  const { value: texte } = await mammoth.extractRawText({ buffer: word.octets })
  for (const mot of ['Mutuelle JUST', 'Santé environnementale', 'Université Paris-Est Créteil Val-de-Marne', '5 axes'])
    expect(texte).toContain(mot)
  const pdf = await telecharger(page, /PDF/)
  const document = await getDocument({ data: new Uint8Array(pdf.octets) }).promise
  expect(((await document.getMarkInfo()) as unknown as Map<string, boolean>).get('Marked')).toBe(true)
  expect((await document.getMetadata()).info).toMatchObject({ Language: expect.stringMatching(/^fr/) as string })
  const tableur = await telecharger(page, /Tableur|tableur/)
  const plan = lirePlan(await lireClasseur(tableur.octets, tableur.nom))
  expect(plan.refus).toEqual([])
  expect(plan.lignes).toHaveLength(11)
  await finir()
})

test('une fiche sort seule', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions')
  await page.getByRole('link', { name: /Permanence d’accès aux droits/ }).click()
  const { octets } = await telecharger(page, 'Word')
  expect((await mammoth.extractRawText({ buffer: octets })).value).toContain('Réduire le renoncement aux soins')
  await finir()
})
