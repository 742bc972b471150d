import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

const carte = (page: Page, titre: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: titre, exact: true }) })
const colonne = (page: Page, statut: string) => page.getByRole('region', { name: new RegExp(`^${statut} `) })
const dansLaColonne = (page: Page, titre: string, statut: string) =>
  colonne(page, statut).getByRole('link', { name: titre, exact: true }).waitFor()

/** A territory that no other journey counts. */
const VOISIN = 'paris-vallee-de-la-marne'

/** A new action, with a title of its own: journeys share the demonstration. */
async function uneAction(page: Page, titre: string): Promise<void> {
  await page.goto(`/${VOISIN}/actions/nouvelle`, { waitUntil: 'networkidle' })
  await page.getByLabel(/Titre de l’action/).fill(titre)
  await page.getByRole('button', { name: /Créer|Ouvrir|Enregistrer/ }).click()
  await page.getByRole('heading', { level: 1, name: titre }).waitFor()
}

test('au clavier seul : une carte passe à un autre statut, garde le focus, se dit, et le passage s’annule', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, VOISIN)
  const titre = 'Marche des voisins'
  await uneAction(page, titre)
  await page.goto(`/${VOISIN}/actions/statuts?q=voisins`)
  await page.locator('.poignee').first().waitFor()
  await dansLaColonne(page, titre, 'Non précisé')

  await carte(page, titre).locator('summary').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('En cours')
  await page.keyboard.press('Enter')
  await dansLaColonne(page, titre, 'En cours')
  const ici = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '')
  await expect.poll(ici).toContain(titre)
  const dit = page.locator('p[role="status"].vu')
  await expect
    .poll(() => dit.textContent())
    .toBe(`«\u202f${titre}\u202f» est passée de «\u202fNon précisé\u202f» à «\u202fEn cours\u202f».`)
  expect(new URL(page.url()).searchParams.get('q'), 'le filtre est gardé').toBe('voisins')
  await verifierPage(page)

  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Annuler')
  await page.keyboard.press('Enter')
  await dansLaColonne(page, titre, 'Non précisé')
  await expect.poll(ici).toContain(titre)
  await expect.poll(() => dit.textContent()).toContain('est revenue à «\u202fNon précisé\u202f»')
  await expect.poll(() => page.getByRole('button', { name: /^Annuler/ }).count()).toBe(0)
  await page.reload()
  await dansLaColonne(page, titre, 'Non précisé')
  await finir()
})

test('à la souris : une carte glisse vers une autre colonne, et rien ne bouge si on la repose chez elle', async () => {
  const { page, finir } = await visite({ viewport: { width: 1440, height: 900 } })
  await entrerChez(page, VOISIN)
  const titre = 'Jardin partagé des seniors'
  await uneAction(page, titre)
  await page.goto(`/${VOISIN}/actions/statuts?q=jardin`)
  await page.locator('.poignee').first().waitFor()
  await carte(page, titre).dragTo(colonne(page, 'Non précisé'))
  await expect.poll(() => page.getByRole('button', { name: /^Annuler/ }).count()).toBe(0)
  await carte(page, titre).dragTo(colonne(page, 'À discuter'))
  await dansLaColonne(page, titre, 'À discuter')
  await carte(page, titre)
    .getByRole('button', { name: /^Annuler/ })
    .click()
  await dansLaColonne(page, titre, 'Non précisé')
  await finir()
})

test('sans script : la carte passe, la page dit d’où elle vient, et le passage s’annule', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false })
  await entrerChez(page, VOISIN)
  const titre = 'Repas du quartier'
  await uneAction(page, titre)
  await page.goto(`/${VOISIN}/actions/statuts?q=repas du quartier`)
  await expect.poll(() => page.locator('.poignee').count()).toBe(0)
  await carte(page, titre).locator('summary').click()
  await carte(page, titre).getByRole('button', { name: 'Bloqué' }).click()
  await dansLaColonne(page, titre, 'Bloqué')
  await expect.poll(() => carte(page, titre).textContent()).toContain('Était «\u202fNon précisé\u202f»')
  await carte(page, titre)
    .getByRole('button', { name: /^Annuler/ })
    .click()
  await dansLaColonne(page, titre, 'Non précisé')

  // filtered out of the page that it leaves, the card still can come back
  await page.goto(`/${VOISIN}/actions/statuts?q=repas du quartier&statut=non_dit`)
  await carte(page, titre).locator('summary').click()
  await carte(page, titre).getByRole('button', { name: 'Réalisé' }).click()
  await expect.poll(() => page.locator('main').textContent()).toContain('Aucune action ne répond à ces filtres')
  await page.getByRole('button', { name: /^Annuler/ }).click()
  await dansLaColonne(page, titre, 'Non précisé')
  await finir()
})

test('le tableau du calendrier dit tout ce que le dessin montre, et l’on va d’une année à l’autre et à tout le contrat', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions/calendrier')
  const titre = await page.locator('h1').textContent()
  expect(titre).toMatch(/^\d+ actions en \d{4}, (?:\d+|aucune) à l’échéance passée$/)
  await page.getByText('Le même calendrier en tableau').click()
  const dessinees = await page.locator('.cadre .nom a').allTextContents()
  expect(dessinees.length).toBe(Number(/^\d+/.exec(titre!)![0]))
  await expect.poll(() => page.locator('table a.titre').allTextContents()).toEqual(dessinees)
  await expect
    .poll(() => page.locator('rect.retard').count())
    .toBe((await page.locator('td .pastille', { hasText: 'échéance passée de' }).count()) + 1)
  await page.getByRole('link', { name: 'Tout le contrat' }).click()
  await page.getByRole('link', { name: 'Mois par mois' }).waitFor()
  await expect.poll(() => page.locator('.haut text').allTextContents()).toEqual(['2023', '2024', '2025', '2026', '2027', '2028'])
  await page.getByText('Le même calendrier en tableau').click()
  await expect.poll(() => page.locator('td li', { hasText: 'faite' }).count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Mois par mois' }).click()
  await page.locator('a[rel="prev"]').click()
  await page.waitForURL('**/calendrier?an=*')
  await expect.poll(() => page.locator('.haut text').allTextContents()).toHaveLength(12)
  await finir()
})

test('les filtres suivent d’une façon de voir à l’autre', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions?q=sante&grouper=statut')
  const vues = page.getByRole('navigation', { name: 'Façons de voir les actions' })
  for (const nom of ['Statuts', 'Calendrier', 'Pilotes', 'Quartiers', 'Liste']) {
    await vues.getByRole('link', { name: nom, exact: true }).click()
    await vues.locator('[aria-current="page"]', { hasText: nom }).waitFor()
    await expect.poll(() => page.getByRole('searchbox', { name: 'Chercher' }).inputValue()).toBe('sante')
  }
  await expect.poll(() => page.getByLabel('Grouper par').inputValue()).toBe('statut')
  await finir()
})

const PAGES = [
  '/cergy/actions/statuts',
  '/cergy/actions/statuts?q=introuvable',
  '/cergy/actions/calendrier',
  '/cergy/actions/calendrier?an=tout',
  '/cergy/actions/calendrier?an=1999',
  '/cergy/actions/pilotes',
  '/cergy/actions/pilotes?q=introuvable',
  '/cergy/actions/quartiers',
  '/cergy/actions/publics',
  '/cergy/actions/publics?q=introuvable',
  '/creteil/actions/statuts',
  '/creteil/actions/pilotes',
  '/creteil/actions/quartiers',
  '/creteil/actions/publics',
  '/creteil/actions/calendrier?an=tout'
]

test.each([
  ['large', { viewport: { width: 1440, height: 900 } }],
  ['de téléphone', { viewport: { width: 360, height: 740 } }],
  ['sombre', { colorScheme: 'dark' as const }]
])(
  'chaque façon de voir est accessible et valide, sur un écran %s',
  async (_, contexte) => {
    for (const slug of ['cergy', 'creteil']) {
      const { page, finir } = await visite(contexte)
      await entrerChez(page, slug)
      for (const chemin of PAGES.filter((une) => une.startsWith(`/${slug}/`))) {
        expect((await page.goto(chemin))?.status(), chemin).toBe(200)
        await verifierPage(page)
      }
      await finir()
    }
  },
  180_000
)

test('sous un filtre, le titre compte ce qui est listé, et le tableur sort ces actions ; sans contour, la carte dit comment venir', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions?statut=en_cours')
  const titre = (await page.getByRole('heading', { level: 1 }).textContent())!
  const [, listees, toutes] = /^(\d+) actions sur (\d+)$/.exec(titre)!.map(Number)
  expect(await page.locator('tbody a.titre').count()).toBe(listees)
  expect(toutes).toBeGreaterThan(listees!)
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tableur\u00a0: ces fiches' }).click()
  ])
  expect(fichier.suggestedFilename()).toMatch(/^cergy-actions\.xlsx$/)
  await page.goto('/cergy/actions/quartiers')
  await page.getByText('Une carte est possible').waitFor()
  await page.getByRole('link', { name: 'Réglages › Quartiers › Importer' }).click()
  await page.waitForURL('**/reglages/quartiers/importer')
  await finir()
})
