import { expect, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const CE_MOIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', month: 'long', year: 'numeric' }).format(new Date())

test('R-134, R-135 · au téléphone et sans script, une habitante accepte de siéger, le groupe devient mixte, puis elle retire son accord', async () => {
  const { page, finir } = await visite({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    attendues: /422/
  })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires/ambassadeurs')
  await page.getByRole('link', { name: 'Les habitants volontaires' }).click()
  await page.getByRole('link', { name: 'Inscrire une personne' }).click()
  const inscrire = page.locator('#inscrire')
  await inscrire.getByLabel('Prénom, et nom si elle le donne').fill('Nadia de l’atelier cuisine')
  await inscrire.getByLabel('Accord donné le').fill(CE_MOIS)
  await inscrire.getByLabel(/Elle sait que son nom est noté ici/).check()
  await inscrire.getByRole('button', { name: 'Inscrire' }).click()
  await inscrire.getByText('Cochez ce pour quoi cette personne accepte d’être sollicitée').first().waitFor()
  await expect.poll(() => inscrire.getByLabel('Prénom, et nom si elle le donne').inputValue()).toBe('Nadia de l’atelier cuisine')
  await inscrire.getByLabel('Relire un document, dire s’il est clair').check()
  await inscrire.getByRole('button', { name: 'Inscrire' }).click()
  await page.locator('#joignables').getByText('Nadia de l’atelier cuisine').first().waitFor()

  // she agreed to read, not to sit
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  const groupe = page.url()
  await page.goto(`${groupe}?modifier=composer`)
  const sieges = page.locator('#composer')
  const rang = await sieges.getByLabel('Personne').count()
  await sieges
    .getByLabel('Personne')
    .nth(rang - 1)
    .fill('Nadia de l’atelier cuisine')
  await sieges.getByRole('button', { name: 'Enregistrer' }).click()
  await sieges.getByText('cet accord ne porte pas, ou plus, sur les groupes de travail').first().waitFor()

  await page.goto('/cergy/partenaires/volontaires')
  await page.getByRole('link', { name: /Renouveler l’accord de Nadia/ }).click()
  await page.getByLabel('Prendre part à un groupe de travail').check()
  await page.getByLabel('Accord donné le').fill(CE_MOIS)
  await page.getByRole('button', { name: 'Renouveler l’accord' }).click()
  await page.getByText('Accepte : groupe et relecture').nth(1).waitFor()
  await page.goto(`${groupe}?modifier=composer`)
  await sieges
    .getByLabel('Personne')
    .nth(rang - 1)
    .fill('Nadia de l’atelier cuisine')
  await sieges.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Groupe mixte : 1 professionnel ou structure, 1 habitant').waitFor()

  await page.goto('/cergy/partenaires/volontaires')
  await page.getByRole('link', { name: /Renouveler l’accord de Nadia/ }).click()
  await page.getByRole('button', { name: 'Retire son accord' }).click()
  await page
    .locator('#partis')
    .getByText(/Effacement prévu le/)
    .waitFor()
  await finir()
  const regard = await visite({ viewport: { width: 360, height: 740 } })
  await entrerChez(regard.page, 'cergy')
  await regard.page.goto('/cergy/partenaires/volontaires?modifier=inscrire')
  await verifierPage(regard.page)
  await regard.page.goto(groupe)
  await verifierPage(regard.page)
  await regard.finir()
})
