import { afterAll, beforeAll, expect, test } from 'vitest'
import { ouvrirSonTerritoire, signerUnContrat } from './contrats.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { verifierPage, visites } from './visite.ts'

const visite = visites()
let neuf: Serveur
let autre: Serveur
beforeAll(async () => {
  neuf = await launchServer({ TISSERAND_DEMO: 'non' })
  autre = await launchServer({ TISSERAND_DEMO: 'non' })
})
afterAll(() => Promise.all([neuf.stop(), autre.stop()]))

const PARTIES: [string, string][] = [
  ['Ville de Cergy', 'porteur'],
  ['ARS Île-de-France', 'obligatoire'],
  ['Préfecture du Val-d’Oise', 'obligatoire']
]

test(
  'R-006 · R-026 · R-027 · dans un contrat en vigueur, la place d’une action se choisit, son quartier se demande, et le contrat ne se retire pas sans dire ce qui suit',
  { timeout: 120_000 },
  async () => {
    const { page, finir } = await visite({ chez: neuf.adresse, attendues: /422/ })
    await ouvrirSonTerritoire(page, 'Cergy')
    await page.goto('/cergy/reglages?modifier=reglages')
    await page.getByLabel(/Atelier santé ville/).fill('2007')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('2007').first().waitFor()
    const contrat = await signerUnContrat(page, '/cergy/contrats', {
      intitule: 'CLS 2023-2028',
      debut: '2023',
      fin: '2028',
      axe: 'Accès aux soins',
      parties: PARTIES
    })

    // a place is never a silent default
    await page.goto('/cergy/actions/nouvelle')
    await page.getByLabel('Titre de l’action').fill('Bus santé')
    await page.getByLabel('Pourquoi hors des quartiers prioritaires').waitFor()
    await verifierPage(page)
    await page.getByRole('button', { name: 'Créer l’action' }).click()
    await page.getByRole('link', { name: /Choisissez sa place/ }).waitFor()
    await expect.poll(() => page.getByLabel('Titre de l’action').inputValue()).toBe('Bus santé')
    await page.getByLabel(/^Place dans/).selectOption({ label: 'Dans le contrat, sans axe encore' })
    await page.getByRole('button', { name: 'Créer l’action' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bus santé' }).waitFor()
    await page.getByText('Dans le contrat, sous aucun axe : elle compte comme ASV.').first().waitFor()
    const fiche = new URL(page.url()).pathname
    await verifierPage(page)

    // the dashboard asks for its quartier, and the answer settles it
    await page.goto('/cergy')
    await page.getByRole('heading', { name: '1 action de l’ASV ne nomme aucun quartier prioritaire' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'aucun quartier prioritaire' }).getByRole('link').click()
    await page.getByLabel('Pourquoi hors des quartiers prioritaires').fill('Le bus va partout.')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Le bus va partout.').waitFor()
    await page.goto('/cergy')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByText('aucun quartier prioritaire').count()).toBe(0)

    // it cannot enter the contract before the contract
    await page.goto(`${fiche}?modifier=place#place`, { waitUntil: 'networkidle' })
    await page.getByLabel('CLS 2023-2028').selectOption({ label: '1 Accès aux soins' })
    await page.getByLabel('Depuis quand').fill('1999')
    await page.getByLabel('Pourquoi', { exact: true }).fill('Avenant n° 1.')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('link', { name: 'Le contrat n’avait pas commencé à cette date : il commence en 2023.' }).waitFor()
    await expect.poll(() => page.getByLabel('Pourquoi', { exact: true }).inputValue()).toBe('Avenant n° 1.')
    await page.getByLabel('Depuis quand').fill('31/02/2024')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('link', { name: 'Le 31 février n’existe pas. Écrivez 2026, 09/2026 ou 30/09/2026.' }).waitFor()
    await page.getByLabel('Depuis quand').fill('03/2024')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.locator('#place').getByText('Entrée dans « CLS 2023-2028 » (mars 2024)').waitFor()
    await page.goto('/cergy/actions?programme=cls&au=2024-06-01')
    await page.getByRole('link', { name: 'Bus santé' }).waitFor()

    // a partner who does not sign is named, and enters the directory
    await page.goto(`${contrat}?modifier=convention#convention`)
    await page.getByLabel('Structure').fill('Mutuelle des ateliers')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('link', { name: 'Dites l’objet de la convention, ou au moins sa date.' }).waitFor()
    await page.getByLabel('Objet de la convention').fill('Prêt d’un local')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.locator('#convention strong', { hasText: 'Mutuelle des ateliers' }).waitFor()

    // what follows is said first; taken off, then brought back
    await page.getByText('Retirer ce contrat…').click()
    await page.getByText('1 action ne compte plus au CLS : elle devient ASV.').waitFor()
    await verifierPage(page)
    await page.getByRole('button', { name: 'Retirer ce contrat signé' }).click()
    await page.getByText('Le contrat a été retiré.').waitFor()
    await page.getByRole('button', { name: 'Rétablir' }).first().click()
    await page.getByRole('heading', { level: 1, name: /CLS 2023-2028/ }).waitFor()
    await finir()
  }
)

test('R-011 · un contrat qui se prépare dit au tableau de bord et dans la liste qu’il attend le projet régional ; la frise s’ouvre sur aujourd’hui', async () => {
  const { page, finir } = await visite({ chez: autre.adresse, viewport: { width: 360, height: 780 } })
  await ouvrirSonTerritoire(page, 'Villiers-sur-Marne')
  const chez = '/villiers-sur-marne'
  await page.goto(`${chez}/contrats/nouveau`)
  await page.getByLabel(/Intitulé/).fill('CLS de demain')
  await page.getByLabel('Début').fill('2028')
  await page.getByLabel('Fin', { exact: true }).fill('2032')
  await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
  await page.getByRole('heading', { level: 1, name: /CLS de demain/ }).waitFor()
  const contrat = new URL(page.url()).pathname
  await page.goto(`${chez}/contrats/reperes`)
  await page.getByLabel('Sigle').fill('PRS4')
  await page.getByLabel('Début').first().fill('2005')
  await page.getByLabel('Ses axes').fill('1. Habiter')
  await page.getByRole('button', { name: 'Noter' }).click()
  await page.getByText('1 axe').first().waitFor()
  await page.goto(`${contrat}/prs`)
  await page.getByLabel('Projet régional de santé').selectOption({ label: 'PRS4' })
  await page.getByRole('button', { name: 'Choisir' }).click()
  await page.getByRole('heading', { level: 1, name: /PRS4/ }).waitFor()
  await page.goto(`${chez}/contrats`)
  await page.getByText('attend le PRS4').waitFor()
  await verifierPage(page)
  await page.goto(chez)
  await page.getByRole('heading', { name: '« CLS de demain » attend le PRS4' }).waitFor()

  await page.goto(`${chez}/contrats/frise`)
  await page.getByText('contrat qui se prépare').waitFor()
  const cadre = page.getByRole('region', { name: 'Frise, à faire défiler' })
  await expect.poll(() => cadre.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100)
  const vu = await cadre.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    const jour = element.querySelector('line.aujourdhui, .aujourdhui')!.getBoundingClientRect().left
    const nom = element.querySelector('.noms')!.getBoundingClientRect().left
    return { jour: jour > left && jour < right, nom: Math.abs(nom - left) < 2 }
  })
  expect(vu).toEqual({ jour: true, nom: true })
  await verifierPage(page)
  await finir()
})
