import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ouvrirSonTerritoire, signerUnContrat } from './contrats.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { verifierPage, visites } from './visite.ts'

const visite = visites()
// its own server: the line of time shows every contract of the territory
let neuf: Serveur
beforeAll(async () => {
  neuf = await launchServer({ TISSERAND_DEMO: 'non' })
})
afterAll(() => neuf.stop())
const CHEZ = '/villiers-sur-marne/contrats'

const PARTIES: [string, string][] = [
  ['Ville de Villiers-sur-Marne', 'porteur'],
  ['ARS Île-de-France', 'obligatoire'],
  ['Préfecture du Val-de-Marne', 'obligatoire']
]
const signer = (page: Page, intitule: string, debut: string, fin: string) =>
  signerUnContrat(page, CHEZ, { intitule, debut, fin, axe: 'Permettre à chacun d’agir', parties: PARTIES })

test('R-011 · R-012 · R-014 · R-024 · deux contrats, un arrêté, un projet régional en retard, une année sans contrat : la frise le raconte', async () => {
  const { page, finir } = await visite({ chez: neuf.adresse, attendues: /422/ })
  await ouvrirSonTerritoire(page, 'Villiers-sur-Marne')
  const premier = await signer(page, 'CLS de 2011', '2011', '2016')

  await page.getByRole('link', { name: /Actes et journal/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Le contrat est échu' }).waitFor()
  await page.getByLabel('Référence').fill('Arrêté de l’ARS n° 12')
  await page.getByLabel('Date', { exact: false }).first().fill('décembre 2016')
  await page.getByLabel('Nouvelle fin du contrat').fill('2015')
  await page.getByRole('button', { name: 'Ajouter l’acte' }).click()
  await page.getByRole('link', { name: /Une prorogation va plus loin que la fin en vigueur, 2016/ }).waitFor()
  await expect.poll(() => page.getByLabel('Référence').inputValue()).toBe('Arrêté de l’ARS n° 12')
  await page.getByLabel('Nouvelle fin du contrat').fill('2019')
  await page.getByRole('group', { name: 'Montant 1' }).getByLabel('Montant').fill('45 000')
  await page.getByRole('button', { name: 'Ajouter l’acte' }).click()
  await page.getByText('Porte la fin du contrat en 2019, sans nouvelle signature.').waitFor()
  await page.getByRole('row', { name: /Financeur non dit.*45\s000\s€ HT/ }).waitFor()
  await page.getByText('Il a couru jusqu’en 2019, fin donnée par « Arrêté de l’ARS n° 12 ».').waitFor()
  // an arrêté that is not taken yet, then one that would shorten, are refused; nothing that was typed is lost
  await page.getByLabel('Nature').selectOption('prorogation')
  await page.getByLabel('Référence').fill('Arrêté n° 13')
  await page.getByLabel('Date', { exact: false }).first().fill('2035')
  await page.getByLabel('Nouvelle fin du contrat').fill('2036')
  await page.getByRole('button', { name: 'Ajouter l’acte' }).click()
  await page.getByRole('link', { name: 'Cet acte est daté de 2035 : notez-le quand il sera pris.' }).waitFor()
  await page.getByLabel('Date', { exact: false }).first().fill('mars 2019')
  await page.getByLabel('Nouvelle fin du contrat').fill('30/06/2019')
  await page.getByRole('button', { name: 'Ajouter l’acte' }).click()
  await page.getByRole('link', { name: /plus loin que la fin en vigueur, 2019, par « Arrêté de l’ARS n° 12 »/ }).waitFor()
  await expect.poll(() => page.getByLabel('Référence').inputValue()).toBe('Arrêté n° 13')
  await page.getByLabel('Nouvelle fin du contrat').fill('03/2020')
  await page.getByRole('button', { name: 'Ajouter l’acte' }).click()
  await page.getByText('Portait la fin en 2019. Remplacé par « Arrêté n° 13 » (mars 2019).').waitFor()
  await page.getByText('Il a couru jusqu’en mars 2020, fin donnée par « Arrêté n° 13 ».').waitFor()
  await page.getByRole('button', { name: 'Retirer Arrêté n° 13' }).click()
  await page.getByText('L’acte a été retiré.').waitFor()
  await page.getByText('Porte la fin du contrat en 2019').waitFor()
  await page.getByLabel('Quand').fill('mars 2020')
  await page.getByLabel('En une phrase').fill('Crise sanitaire.')
  await page.getByRole('button', { name: 'Écrire', exact: true }).click()
  await page.getByText('Crise sanitaire.', { exact: true }).waitFor()
  await verifierPage(page)

  await page.goto(`${CHEZ}/reperes`)
  await page.getByLabel('Sigle').fill('PRS9')
  await page.getByLabel('Paru en').fill('juin 2020')
  await page.getByLabel('Début').first().fill('2019')
  await page.getByLabel('Ses axes').fill('4. Permettre à chacun d’agir\n5. Habiter')
  await page.getByRole('button', { name: 'Noter' }).click()
  await page.getByText('2 axes').waitFor()
  await verifierPage(page)

  const second = await signer(page, 'CLS de 2021', '2021', '2022')
  await page.goto(`${second}/prs`)
  await page.getByLabel('Projet régional de santé').selectOption({ label: 'PRS9' })
  await page.getByRole('button', { name: 'Choisir' }).click()
  await page.getByRole('heading', { level: 1, name: '1 axe est à relier au PRS9' }).waitFor()
  await page.getByText(/Ses mots font penser à 4\. Permettre/).waitFor()
  await page.getByRole('checkbox', { name: /répond à « Permettre à chacun d’agir »/ }).check()
  await page.getByRole('button', { name: 'Enregistrer les liens' }).click()
  await page.getByRole('heading', { level: 1, name: /1 axe du PRS9 ne trouve rien/ }).waitFor()
  await verifierPage(page)

  await page.goto(`${CHEZ}/frise`)
  await page.getByRole('heading', { level: 1, name: /2020 sans contrat signé/ }).waitFor()
  await expect.poll(() => page.locator('main').textContent()).toMatch(/le PRS9 n’a paru qu’en juin 2020.*crise sanitaire/s)
  await page.getByText('La même frise en tableau').click()
  await page.getByRole('cell', { name: 'prorogé jusqu’en 2019' }).waitFor()
  await verifierPage(page)

  // the extension taken off, its years are without a contract again; brought back, they are not
  await page.goto(`${premier}/vie`)
  await page.getByRole('button', { name: /Retirer Arrêté/ }).click()
  await page.getByText('L’acte a été retiré.').waitFor()
  await page.goto(`${CHEZ}/frise`)
  await page.getByRole('heading', { level: 1, name: /2017-2020 sans contrat signé/ }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await page.getByText('Porte la fin du contrat en 2019').waitFor()
  await finir()
})
