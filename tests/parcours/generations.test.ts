import { afterAll, beforeAll, expect, test } from 'vitest'
import { ouvrirSonTerritoire, signerLeContrat, signerUnContrat } from './contrats.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { verifierPage, visites } from './visite.ts'

const visite = visites()
let neuf: Serveur
beforeAll(async () => {
  neuf = await launchServer({ TISSERAND_DEMO: 'non' })
})
afterAll(() => neuf.stop())

const PARTIES: [string, string][] = [
  ['Ville de Cergy', 'porteur'],
  ['ARS Île-de-France', 'obligatoire'],
  ['Préfecture du Val-d’Oise', 'obligatoire']
]

test(
  'R-009 · R-013 · R-027 · R-143 · Cergy de 2011 à 2028, acte par acte : une action sort du contrat, vit à l’ASV, et rejoint le suivant',
  { timeout: 120_000 },
  async () => {
    const { page, finir } = await visite({ chez: neuf.adresse })
    await ouvrirSonTerritoire(page, 'Cergy')

    // 2007: the Atelier santé ville comes before any contract
    await page.goto('/cergy/reglages?modifier=reglages')
    await page.getByLabel(/Atelier santé ville/).fill('2007')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('2007').first().waitFor()

    // 2011-2016: the first contract, an action under its axis
    const premier = await signerUnContrat(page, '/cergy/contrats', {
      intitule: 'Contrat local de santé 2011-2016',
      debut: '2011',
      fin: '2016',
      axe: 'Accès aux droits et aux soins',
      parties: PARTIES
    })
    await page.goto('/cergy/actions/nouvelle')
    await page.getByLabel('Titre de l’action').fill('Espace santé de quartier')
    await page.getByLabel(/Place dans/).selectOption({ label: '1 Accès aux droits et aux soins' })
    await page.getByRole('button', { name: 'Créer l’action' }).click()
    await page.getByRole('heading', { level: 1, name: /Espace santé de quartier/ }).waitFor()
    const fiche = new URL(page.url()).pathname
    // nobody says when it began: its place in the contract is enough for the past to be counted
    await page.getByText('Aux dates passées, elle compte depuis 2011').waitFor()
    await page.goto('/cergy/actions/nouvelle')
    await page.getByLabel('Titre de l’action').fill('Répertoire des gestes qui sauvent')
    await page.getByLabel(/Place dans/).selectOption({ label: '1 Accès aux droits et aux soins' })
    await page.getByRole('button', { name: 'Créer l’action' }).click()
    await page.getByRole('heading', { level: 1, name: /Répertoire/ }).waitFor()

    // it has ended: what becomes of each action is asked, and undone when one was wrong
    await page.goto('/cergy')
    await page.getByText('2 actions attendent qu’on dise ce qu’elles deviennent').waitFor()
    await page.getByRole('link', { name: 'Le dire' }).click()
    await verifierPage(page)
    await page.getByLabel(/^Pour tout l’axe/).selectOption({ label: 'Abandonnée' })
    await page.getByRole('button', { name: 'Enregistrer ces décisions' }).click()
    await page.getByText('2 décisions enregistrées.').waitFor()
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /2 actions attendent/ }).waitFor()
    await page
      .getByLabel('Ce que devient « Espace santé de quartier »')
      .selectOption({ label: 'À reconduire dans le prochain contrat' })
    await page.getByLabel(/Ce que devient « Répertoire/).selectOption({ label: 'Terminée' })
    await page.getByLabel('Pourquoi, ou qui l’a décidé').fill('Comité de pilotage.')
    await page.getByRole('button', { name: 'Enregistrer ces décisions' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ce que devient chaque action est dit' }).waitFor()
    await page.goto(fiche)
    await page
      .locator('#place')
      .getByText(/Action de l’ASV/)
      .waitFor()

    // the regional plan is late, the journal says why 2019 has no contract, an arrêté keeps the money going
    await page.goto('/cergy/contrats/reperes')
    await page.getByLabel('Sigle').fill('PRS2')
    await page.getByLabel('Début').first().fill('2018')
    await page.getByLabel('Fin', { exact: true }).first().fill('2022')
    await page.getByLabel('Paru en').fill('décembre 2018')
    await page.getByLabel('Ses axes').fill('1. Parcours\n4. Permettre à chacun d’agir')
    await page.getByRole('button', { name: 'Noter' }).click()
    await page.getByText('2 axes').waitFor()
    await page.goto(`${premier}/vie`)
    await page.getByLabel('Référence').fill('Arrêté de l’ARS n° 2016-95')
    await page.getByLabel('Date', { exact: false }).first().fill('décembre 2016')
    await page.getByLabel('Nouvelle fin du contrat').fill('2018')
    await page.getByRole('button', { name: 'Ajouter l’acte' }).click()
    await page.getByText('Porte la fin du contrat en 2018, sans nouvelle signature.').waitFor()

    // 2020-2022: the second generation takes over the axis, the signatories and what was decided
    await page.goto(`${premier}/suite`)
    await page.getByRole('link', { name: 'Ouvrir la génération suivante' }).click()
    await verifierPage(page)
    await page.getByLabel(/Intitulé/).fill('Contrat local de santé 2020-2022')
    await page.getByLabel('Début').fill('2020')
    await page.getByLabel('Fin', { exact: true }).fill('2022')
    await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
    await page.getByRole('heading', { level: 1, name: /2020-2022/ }).waitFor()
    const deuxieme = new URL(page.url()).pathname
    await expect.poll(() => page.locator('main').textContent()).toMatch(/Génération\s*2/)
    await page.getByRole('link', { name: 'Accès aux droits et aux soins' }).first().waitFor()
    await signerLeContrat(page, deuxieme, [], '2020')
    await page.goto(`${deuxieme}/prs`)
    await page.getByLabel('Projet régional de santé').selectOption({ label: 'PRS2' })
    await page.getByRole('button', { name: 'Choisir' }).click()
    await page.getByRole('heading', { level: 1, name: /à relier au PRS2/ }).waitFor()

    // 2023-2028: the third, in force; the action enters it, and each past date keeps its answer
    await page.goto(`${deuxieme}/suite`)
    await page
      .getByLabel('Ce que devient « Espace santé de quartier »')
      .selectOption({ label: 'À reconduire dans le prochain contrat' })
    await page.getByRole('button', { name: 'Enregistrer ces décisions' }).click()
    await page.getByText('1 décision enregistrée.').waitFor()
    await page.getByRole('link', { name: 'Ouvrir la génération suivante' }).click()
    await page.getByLabel(/Intitulé/).fill('Contrat local de santé 2023-2028')
    await page.getByLabel('Début').fill('2023')
    await page.getByLabel('Fin', { exact: true }).fill('2028')
    await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
    await page.getByRole('heading', { level: 1, name: /2023-2028/ }).waitFor()
    await signerLeContrat(page, new URL(page.url()).pathname, [], '2023')
    await page.goto(fiche)
    await page
      .locator('#place')
      .getByText(/Action du CLS/)
      .waitFor()
    await expect.poll(() => page.locator('#place').textContent()).toMatch(/Aussi dans.*2020-2022.*2011-2016/s)
    const comptees = async (programme: string, au: string) => {
      await page.goto(`/cergy/actions?programme=${programme}&au=${au}`)
      return page.getByRole('link', { name: 'Espace santé de quartier' }).count()
    }
    expect(await comptees('cls', '2015-06-01')).toBeGreaterThan(0)
    expect(await comptees('cls', '2019-06-01')).toBe(0)
    expect(await comptees('asv', '2019-06-01')).toBeGreaterThan(0)
    expect(await comptees('cls', '2021-06-01')).toBeGreaterThan(0)
    await page.goto('/cergy/contrats/frise')
    await page.getByRole('heading', { level: 1, name: /2019 sans contrat signé/ }).waitFor()
    await verifierPage(page)
    await finir()
  }
)
