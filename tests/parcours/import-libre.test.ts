import { writeOds, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { convertir } from './libreoffice.ts'
import { FACONS } from './mains.ts'
import { trouverLibreOffice } from './programmes.ts'
import { suivi } from './suivi.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const libreOffice = trouverLibreOffice()
const IMPORTER = '/villiers-sur-marne/actions/importer'

const fichier = (name: string, octets: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(octets)
})

test.each(FACONS)(
  'R-073 · %s, un tableur quelconque devient un plan : ses colonnes se disent une fois, et se retrouvent la fois d’après',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite(contexte)
    const { activer, choisir, deposer } = tenir(page)
    const titre = `Suivi ${facon}`
    const apporte = fichier('suivi.xlsx', await writeXlsx({ sheets: suivi(titre, `Rubrique maison ${facon}`) }))
    const apporter = async () => {
      await page.goto(IMPORTER)
      await deposer(page.getByLabel(/Votre fichier/), apporte)
      await activer(page.getByRole('button', { name: 'Voir ce que l’import ferait' }))
      await page.getByRole('heading', { level: 1, name: /Que contient chaque colonne/ }).waitFor()
    }
    await entrerChez(page, 'villiers-sur-marne')
    await apporter()
    await expect.poll(() => page.getByLabel('Ligne des noms de colonnes').inputValue()).toBe('3')
    const contenu = (nom: string) => page.getByLabel(`Ce que contient «\u202f${nom}\u202f»`)
    await expect.poll(() => contenu('Intitulé de l’acton').inputValue()).toBe('titre')
    await verifierPage(page)
    await choisir(contenu(`Rubrique maison ${facon}`), 'Points de vigilance')
    await activer(page.getByRole('button', { name: 'Voir ce que l’import ferait' }))
    await page.getByRole('heading', { level: 1, name: 'L’import écrirait 3 actions' }).waitFor()
    await expect.poll(() => page.getByText('« Presque » n’est pas compris').count()).toBe(1)
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Tout importer' }))
    await page.getByRole('heading', { level: 1, name: /\d+ actions/ }).waitFor()
    await activer(page.getByRole('link', { name: `Navette santé ${titre}` }).first())
    await page.getByText('Le chauffeur part en juin').waitFor()
    await apporter()
    await page.getByText('Reconnu de la dernière fois').waitFor()
    await expect.poll(() => contenu(`Rubrique maison ${facon}`).inputValue()).toBe('vigilance')
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Continuer ainsi' }))
    await page.getByRole('heading', { level: 1, name: 'Ce fichier ne changerait rien' }).waitFor()
    await finir()
  }
)

test.each([
  ['Windows-1252, avec des barres', 'latin1', '|'],
  ['UTF-16, avec des tabulations', 'utf16le', '\t']
] as const)(
  'R-073 · sans script, un texte en %s se lit ; sans titre il est refusé avec sa phrase',
  async (dit, encodage, signe) => {
    const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
    const lignes = [
      [`Programme ${dit}`],
      ['Volet', 'Truc mené', 'Porté par'],
      ['Été', `Canicule ${dit}`, 'CCAS'],
      ['', `Piscine ${dit}`, 'Ville']
    ]
    const texte = lignes.map((ligne) => ligne.join(signe)).join('\r\n')
    const octets = Buffer.from(`${encodage === 'utf16le' ? '\ufeff' : ''}${texte}`, encodage)
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto(IMPORTER)
    await page.getByLabel(/Votre fichier/).setInputFiles(fichier(`programme ${encodage}.csv`, octets))
    await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
    const titre = page.getByLabel('Ce que contient «\u202fTruc mené\u202f»')
    await titre.selectOption('note')
    await page.getByLabel('Titre du plan').fill(`Programme ${encodage}`)
    await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Dites quelle colonne donne le titre')
    await expect.poll(() => page.getByLabel('Titre du plan').inputValue()).toBe(`Programme ${encodage}`)
    await titre.selectOption('titre')
    await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('L’import écrirait 2 actions')
    await expect
      .poll(() => page.getByText('entre les colonnes').textContent())
      .toContain(encodage === 'latin1' ? 'avec les accents des anciens logiciels' : 'entre les colonnes.')
    await page.getByRole('button', { name: 'Tout importer' }).click()
    await expect.poll(() => page.locator('h1').textContent()).toMatch(/\d+ actions/)
    await expect.poll(() => page.getByRole('link', { name: `Canicule ${dit}` }).count()).toBe(1)
    await expect.poll(() => page.getByText('Été').count()).toBeGreaterThan(0)
    await finir()
  }
)

test('R-073 · sans script, un tableur de tous les jours : montants avant les financeurs, totaux, « Tous », dates en mots', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false })
  const lignes = [
    'Axe;Intitulé de l’action;Avancement;Début;Quartiers;Montant €;Financeurs',
    'Soins;Bus du quotidien;Annulé;été 2026;Tous;12 000 €;ARS',
    'Soins;Navette du quotidien;à voir;2026-2027;Linandes du test;3 000 €;ARS / Région',
    'TOTAL;;;;;15 000 €;'
  ]
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(IMPORTER)
  await page.getByLabel(/Votre fichier/).setInputFiles(fichier('quotidien.csv', Buffer.from(lignes.join('\r\n'))))
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await expect.poll(() => page.locator('h1').textContent()).toBe('L’import écrirait 2 actions')
  const points = page.locator('main')
  await expect.poll(() => points.textContent()).toContain('« TOTAL » est lu comme une ligne de total')
  await expect.poll(() => points.textContent()).toContain('vaut pour plusieurs financeurs')
  expect(await points.textContent()).not.toContain('n’a pas de financeur')
  await page.getByRole('heading', { name: 'Quartiers qui seront ajoutés au territoire' }).waitFor()
  expect(await page.getByText('Linandes du test', { exact: true }).count()).toBe(1)
  await finir()
})

test('R-073 · un .ods se lit comme le tableur dont il vient, et une autre ligne de noms peut être choisie', async () => {
  const { page, finir } = await visite()
  const feuilles = suivi('Suivi ods', 'Rubrique ods')
  // a LibreOffice may be there without its spreadsheet
  const ecrit =
    libreOffice && (await convertir(libreOffice, await writeXlsx({ sheets: feuilles }), 'xlsx', 'ods').catch(() => null))
  const octets = ecrit || (await writeOds({ sheets: feuilles }))
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(IMPORTER)
  await page.getByLabel(/Votre fichier/).setInputFiles(fichier('suivi.ods', octets))
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByLabel('Ligne des noms de colonnes').fill('4')
  await page.getByRole('button', { name: 'Relire le fichier ainsi' }).click()
  await page.getByLabel('Ce que contient «\u202fAccès aux soins\u202f»').waitFor()
  await page.getByLabel('Ligne des noms de colonnes').fill('3')
  await page.getByRole('button', { name: 'Relire le fichier ainsi' }).click()
  await page.getByLabel('Ce que contient «\u202fOrientation stratégique\u202f»').waitFor()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('heading', { level: 1, name: 'L’import écrirait 3 actions' }).waitFor()
  await expect.poll(() => page.getByText('Accès aux soins').count()).toBe(2)
  await page.getByRole('link', { name: 'Revoir les colonnes' }).click()
  await page.getByRole('heading', { level: 1, name: /Que contient chaque colonne/ }).waitFor()
  await finir()
})
