import { writeXlsx } from 'hucre'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const ICI = '/villiers-sur-marne/partenaires'

/** A list as people keep it: a title over the names of columns, merged cells, addresses in capitals, numbers without their zero. */
const liste = (mot: string) =>
  writeXlsx({
    sheets: [
      {
        name: 'Carnet',
        rows: [
          [`Carnet d’adresses ${mot}`],
          [],
          ['Organisme', 'Prénom', 'NOM', `Rôle ${mot}`, 'E-mail', 'Tél.', 'Remarque'],
          [`Relais du lac ${mot}`, 'Sam', `MARTIN ${mot}`, 'Directeur', `SAM.${mot}@Exemple.fr`, 134567890, 'à rappeler'],
          [`Les relais du lac ${mot}`, 'Lou', `Petit ${mot}`, 'Médiatrice', `lou.${mot}@exemple.fr`, null, null],
          [null, null, null, null, `orpheline.${mot}@exemple.fr`, null, null],
          [`Centre social ${mot}`, null, null, null, 'accueil@', null, null]
        ]
      }
    ]
  })

test.each(FACONS)(
  'R-093 · %s, une liste de contacts entre dans l’annuaire, deux structures n’en font plus qu’une, et le geste s’annule',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite(contexte)
    const { activer, choisir, cocher, deposer } = tenir(page)
    const mot = facon.replace(/[^a-z]/g, '').slice(-7)
    const fichier = { name: 'carnet.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await liste(mot)) }
    const titre = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
    const apporter = async () => {
      await page.goto(`${ICI}/importer`)
      await deposer(page.getByLabel(/Votre fichier/), fichier)
      await activer(page.getByRole('button', { name: 'Lire le fichier' }))
      await titre(/Que contient chaque colonne/)
    }
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto(`${ICI}/importer`)
    await verifierPage(page)
    await apporter()
    const contenu = (nom: string) => page.getByLabel(`Ce que contient «\u202f${nom}\u202f»`)
    expect(await contenu('Organisme').inputValue()).toBe('structure')
    expect(await contenu('Remarque').inputValue()).toBe('ignorer')
    await verifierPage(page)
    await choisir(contenu(`Rôle ${mot}`), 'Fonction')
    await activer(page.getByRole('button', { name: 'Voir ce que l’import ferait' }))
    await titre('L’import reprendrait 3 lignes')
    expect(await page.getByText(`donne l’adresse orpheline.${mot}@exemple.fr sans dire de qui elle est`).count()).toBe(1)
    expect(await page.getByText('« accueil@ » n’est pas une adresse électronique entière').count()).toBe(1)
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Tout importer' }))
    await page.getByText('3 lignes reprises dans l’annuaire').waitFor()
    await apporter()
    await page.getByText('Reconnu de la dernière fois').waitFor()
    await activer(page.getByRole('button', { name: 'Continuer ainsi' }))
    await titre('Ce fichier ne changerait rien')

    await page.goto(`${ICI}/rapprocher`)
    const paire = page.locator('main li', { hasText: `Les relais du lac ${mot}` })
    await paire.getByText('même nom, aux accents et petits mots près').waitFor()
    await verifierPage(page)
    await activer(paire.getByRole('link', { name: /Comparer et réunir/ }))
    await titre(/Deux structures, ou une seule/)
    await verifierPage(page)
    const nom = page.getByRole('group', { name: 'Nom', exact: true })
    if (facon === 'au clavier seul') {
      await nom.getByRole('radio', { checked: true }).focus()
      await page.keyboard.press(((await nom.getByRole('radio').first().isChecked()) ? 'ArrowDown' : 'ArrowUp') as 'ArrowDown')
    } else await cocher(nom.getByRole('radio', { checked: false }))
    const garde = (await nom.locator('label', { has: page.locator('input:checked') }).textContent())!.trim()
    await activer(page.getByRole('button', { name: 'Réunir les deux' }))
    await page.getByText('Les deux n’en font plus qu’une').waitFor()
    expect(await paire.count()).toBe(0)
    await page.goto(`${ICI}?recherche=${encodeURIComponent(`relais du lac ${mot}`)}`)
    await page.getByRole('link', { name: garde }).waitFor()
    expect(await page.locator('a.titre').allTextContents()).toEqual([garde])
    await activer(page.getByRole('link', { name: garde }))
    await page.getByText(`Lou Petit ${mot}`).waitFor()
    await page.getByText(`Sam MARTIN ${mot}`).waitFor()
    // the name that went leads to the one that stays
    await apporter()
    await activer(page.getByRole('button', { name: 'Continuer ainsi' }))
    await titre('Ce fichier ne changerait rien')

    await page.goto('/villiers-sur-marne/historique')
    await activer(page.getByRole('button', { name: /Annuler ce changement : .* a réuni deux structures/ }))
    await page.getByText('a annulé un changement').first().waitFor()
    await page.goto(`${ICI}?recherche=${encodeURIComponent(`relais du lac ${mot}`)}`)
    expect(await page.locator('a.titre').allTextContents()).toEqual([`Les relais du lac ${mot}`, `Relais du lac ${mot}`])
    await finir()
  }
)

test('R-093 · sans script, deux paires se disent différentes et se reprennent ; une liste refusée le dit', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'creteil')
  for (const nom of ['Maison des aînés du port', 'Maison aînés port']) {
    await page.goto('/creteil/partenaires/nouvelle')
    await page.getByLabel('Nom', { exact: false }).first().fill(nom)
    await page.getByRole('button', { name: 'Ajouter à l’annuaire' }).click()
  }
  await page.goto('/creteil/partenaires/rapprocher')
  const paire = page.locator('.paires > li', { hasText: 'Maison aînés port' })
  await paire.getByRole('button', { name: /Ce ne sont pas les mêmes/ }).click()
  expect(await paire.count()).toBe(0)
  await page.locator('summary', { hasText: 'paire qui n’est plus proposée' }).click()
  await page
    .getByRole('button', { name: /Proposer de nouveau/ })
    .first()
    .click()
  expect(await paire.count()).toBe(1)
  await page.goto('/creteil/partenaires/importer')
  await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from('seul') })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  expect(await page.getByText('Aucune feuille n’a de noms de colonnes').count()).toBeGreaterThan(0)
  await finir()
})

test('R-093 · sans script, des cartes de visite se relisent avant d’entrer, un fichier coupé est refusé, et une carte ressort', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'creteil')
  const carte = (nom: string) => [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${nom}`,
    'ORG:CPTS des cartes',
    'TITLE:Médecin',
    'PHOTO;ENCODING=b:/9j/4AAQ',
    'END:VCARD'
  ]
  const deposer = async (lignes: string[]) => {
    await page.goto('/creteil/partenaires/importer')
    const buffer = Buffer.from(lignes.join('\r\n'))
    await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer })
    await page.getByRole('button', { name: 'Lire le fichier' }).click()
  }
  await deposer([...carte('Dr Ana Carte'), ...carte('Lou Coupée').slice(0, 4)])
  await page.getByText('La carte n°\u00a02 n’est pas terminée').first().waitFor()
  await deposer([...carte('Ana Carte'), ...carte('Lou Carte')])
  await page.getByRole('button', { name: /Voir ce que l’import ferait|Continuer ainsi/ }).click()
  await page.getByRole('heading', { level: 1, name: 'L’import reprendrait 2 lignes' }).waitFor()
  expect(await page.getByText('ceci n’est pas repris\u00a0: 2 photos').count()).toBe(1)
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText('2 lignes reprises dans l’annuaire').waitFor()
  await page.goto('/creteil/partenaires/personnes?recherche=lou+carte')
  await page.getByRole('link', { name: 'Lou Carte' }).click()
  const attendue = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Carte de visite' }).click()
  const recue = await attendue
  expect(recue.suggestedFilename()).toBe('lou-carte.vcf')
  expect(await readFile(await recue.path(), 'utf8')).toMatch(/FN:Lou Carte\r\n.*ORG:CPTS des cartes\r\n.*TITLE:Médecin/s)
  await finir()
})
