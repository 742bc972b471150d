import type { Page } from 'playwright-core'

/** First start: an address, a commune; one is on its dashboard at the end. */
export async function ouvrirSonTerritoire(page: Page, commune: string): Promise<void> {
  await page.goto('/commencer')
  await page.getByLabel('Votre adresse électronique').fill('Camille.Perrin@ville-exemple.fr')
  await page.getByLabel('Votre commune ou votre intercommunalité').fill(commune)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page
    .getByRole('radio', { name: new RegExp(`^${commune}`) })
    .first()
    .check()
  await page.getByRole('button', { name: 'Ouvrir mon territoire' }).click()
  await page.getByRole('heading', { level: 1, name: 'Votre territoire est ouvert' }).waitFor()
}

/** Names the parties that a territory requires and declares the contract signed, from its page; one is on the contract's page at the end. */
export async function signerLeContrat(page: Page, ici: string, parties: readonly [string, string][], le: string): Promise<void> {
  await page.goto(`${ici}/signature`)
  for (const [structure, role] of parties) {
    await page.getByLabel('Structure').fill(structure)
    await page.getByLabel('Rôle').selectOption(role)
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByRole('cell', { name: structure, exact: true }).waitFor()
  }
  await page.getByRole('button', { name: 'Passer en relecture' }).click()
  await page.getByLabel(/Date de la signature/).fill(le)
  await page.getByRole('button', { name: 'Déclarer le contrat signé' }).click()
  await page.locator('#signature').waitFor()
}

/** A contract of these years, signed, with one axis, through the pages; answers its address. */
export async function signerUnContrat(
  page: Page,
  chez: string,
  { intitule, debut, fin, axe, parties }: Record<'intitule' | 'debut' | 'fin' | 'axe', string> & { parties: [string, string][] }
): Promise<string> {
  await page.goto(`${chez}/nouveau`)
  await page.getByLabel(/Intitulé/).fill(intitule)
  await page.getByLabel('Début').fill(debut)
  await page.getByLabel('Fin', { exact: true }).fill(fin)
  await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(intitule) }).waitFor()
  const ici = new URL(page.url()).pathname
  await page.goto(`${ici}/axes`)
  await page
    .getByLabel(/^Intitulé/)
    .first()
    .fill(axe)
  await page.getByRole('button', { name: 'Ajouter' }).first().click()
  await page.getByRole('link', { name: axe }).waitFor()
  await signerLeContrat(page, ici, parties, debut)
  return ici
}
