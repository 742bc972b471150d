import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const AXE = 'Mobilisation des habitants'

let action = ''
const ligne = (page: Page) => page.getByRole('row', { name: action })
/** What the matrix says of the action: its answers to the axis, and what it still owes. */
async function lire(page: Page) {
  const cases = await ligne(page).getByRole('listitem').filter({ hasText: AXE }).locator('.vu').allTextContents()
  return {
    cases: cases.map((texte) => texte.replace(`, ${AXE}`, '').replaceAll('\u00a0', ' ').trim()),
    dit: await ligne(page).getByRole('rowheader').textContent()
  }
}
/** Answers from a cell of the matrix, and comes back to it. */
async function repondre(page: Page, moment: string, texte: string) {
  await ligne(page)
    .getByRole('link', { name: new RegExp(`^${moment}, ${AXE}`) })
    .click()
  await page.getByRole('group', { name: /Quel rôle les habitants y tiennent-ils/ }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reponse-texte')
  await page.keyboard.type(texte)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForURL(/\/actions\/matrice/)
}
async function passerA(page: Page, statut: string) {
  await ligne(page).getByRole('link', { name: action }).click()
  await page.getByRole('link', { name: 'Mettre à jour' }).click()
  await page.getByLabel('Statut').selectOption(statut)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page
    .locator('#bref')
    .getByRole('link', { name: /Modifier/ })
    .waitFor()
}

const LARGE = { viewport: { width: 1440, height: 900 } }
test.each([
  ['', LARGE],
  [', sans script', { ...LARGE, javaScriptEnabled: false }]
])(
  'R-063 · la matrice se remplit pour une action, à ses trois moments%s',
  async (suite, contexte) => {
    const { page, finir } = await visite(contexte)
    action = `Un marché santé au pied des tours${suite}`
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/actions/nouvelle')
    await page.getByLabel(/Titre/).fill(action)
    await page.getByLabel(/^(Axe|Place)/).selectOption({ index: 1 })
    await page.getByRole('button', { name: /Créer|Enregistrer|Ouvrir/ }).click()
    await page.waitForURL(/actions\/[0-9a-f-]{36}/)
    await expect
      .poll(() => page.locator('#reponse').textContent())
      .toMatch(/0 réponse sur 4 attendues.*seule la conception est attendue.*4 réponses manquent/s)

    await page.goto('/cergy/actions/matrice?manque=oui')
    const titre = await page.locator('h1').textContent()
    expect(titre).toMatch(/^\d+ actions doivent encore \d+ réponses$/)
    expect(await lire(page)).toEqual({
      cases: ['Conception : à répondre', 'Déclinaison : pas encore', 'Évaluation : pas encore'],
      dit: expect.stringContaining('4 réponses manquent')
    })
    await repondre(page, 'Conception', 'Huit habitantes choisissent les thèmes.')
    expect(new URL(page.url()).searchParams.get('manque')).toBe('oui')
    await expect.poll(() => page.locator('h1').textContent()).not.toBe(titre)
    expect((await lire(page)).cases[0]).toBe('Conception : répondu')

    await passerA(page, 'en_cours')
    await expect
      .poll(() => page.locator('#reponse').textContent())
      .toMatch(/1 réponse sur 8 attendues.*la déclinaison sont attendues.*7 réponses manquent/s)
    await page.goto('/cergy/actions/matrice')
    expect((await lire(page)).cases).toEqual(['Conception : répondu', 'Déclinaison : à répondre', 'Évaluation : pas encore'])
    await repondre(page, 'Déclinaison', 'Cinq viennent à chaque réunion.')

    await passerA(page, 'realise')
    await page.goto('/cergy/actions/matrice')
    await ligne(page)
      .getByRole('link', { name: new RegExp(`^Évaluation, ${AXE}.*à répondre`) })
      .click()
    // what was said before is there to be compared with
    await page.getByText('Huit habitantes choisissent les thèmes.').waitFor()
    await page.getByText('Cinq viennent à chaque réunion.').waitFor()
    if (suite === '') await verifierPage(page)
    await page.getByRole('link', { name: 'Revenir à la matrice' }).click()
    await page.waitForURL(/\/actions\/matrice/)
    await repondre(page, 'Évaluation', 'Deux habitantes animent seules depuis mai.')
    expect(await lire(page)).toEqual({
      cases: ['Conception : répondu', 'Déclinaison : répondu', 'Évaluation : répondu'],
      dit: expect.stringContaining('9 réponses manquent')
    })
    if (suite === '') await verifierPage(page)

    await ligne(page).getByRole('link', { name: action }).click()
    await page.getByRole('button', { name: /Retirer cette action/ }).click()
    await finir()
  },
  180_000
)

test('l’état de la matrice tient dans son adresse, et se filtre sans script', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/actions/matrice')
  await page.getByLabel('Moment').selectOption('evaluation')
  await page.getByLabel('Axe thématique').selectOption({ label: '4 Seniors et autonomie' })
  await page.getByLabel('Seulement ce qui manque').check()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect.poll(() => page.url()).toMatch(/axe=[0-9a-f-]{36}&moment=evaluation&contrat=&manque=oui/)
  await expect.poll(() => page.locator('h1').textContent()).toBe('1 action doit encore 4 réponses pour l’évaluation')
  await expect
    .poll(() => page.getByRole('rowheader').locator('a.titre').allTextContents())
    .toEqual(['4.1 Visites à domicile pour prévenir les chutes'])
  await expect.poll(() => page.getByRole('status').textContent()).toContain('1 action montrée sur 2')
  await page.getByRole('link', { name: 'Tout afficher' }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await finir()
})

test.each([
  ['de téléphone', { viewport: { width: 360, height: 740 } }],
  ['étroit', { viewport: { width: 900, height: 900 } }],
  ['sombre', { colorScheme: 'dark' as const }]
])(
  'la matrice et la question qu’ouvre une case sont accessibles et valides, sur un écran %s',
  async (_, contexte) => {
    const { page, finir } = await visite(contexte)
    await entrerChez(page, 'cergy')
    for (const chemin of ['', '?moment=conception', '?contrat=rien&page=9', '?moment=evaluation&manque=oui']) {
      await page.goto(`/cergy/actions/matrice${chemin}`)
      await verifierPage(page)
    }
    await page.goto('/cergy/actions/matrice')
    await page.locator('main tbody li a:visible').first().click()
    await page.getByLabel('Votre réponse').waitFor()
    await page.getByText('Un exemple de réponse').click()
    await verifierPage(page)
    await finir()
  },
  180_000
)
