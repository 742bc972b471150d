import { expect, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test('R-125 · sans script, on note qui a fait connaître qui, jamais en rond, et l’arbre se lit avec la liste qui grandit', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'creteil')
  const inscrire = async (nom: string) => {
    await page.goto('/creteil/partenaires/personnes/nouvelle')
    await page.locator('input[name="nom"]').fill(nom)
    await page.getByRole('button', { name: 'Ajouter à l’annuaire' }).click()
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
    return new URL(page.url()).pathname
  }
  const amener = async (chemin: string, par: string) => {
    await page.goto(`${chemin}?modifier=provenance#provenance`)
    await page.locator('select[name="sorte"]').selectOption({ label: 'Par une personne' })
    await page.getByLabel('Par qui').fill(par)
    await page.locator('#provenance').getByRole('button', { name: 'Enregistrer' }).click()
  }
  const [ana, lou] = [await inscrire('Ana Amène'), await inscrire('Lou Amenée')]
  await amener(lou, 'Ana Amène')
  await expect.poll(() => page.locator('#provenance').textContent()).toMatch(/Par une personne\s*:\s*Ana Amène/)
  await amener(ana, 'Lou Amenée')
  await page.getByText('cela tournerait en rond').first().waitFor()
  expect(await page.getByLabel('Par qui').inputValue()).toBe('Lou Amenée')
  await page.goto(ana)
  await expect.poll(() => page.locator('#provenance').textContent()).toMatch(/A fait connaître\s+Lou Amenée/)
  await page.goto('/creteil/partenaires/croissance')
  await expect.poll(() => page.locator('#arbre').textContent()).toMatch(/Ana Amène\s+1 contact\s*Lou Amenée/)
  await expect.poll(() => page.locator('#origines').textContent()).toMatch(/Par une personne\s*1/)
  await finir()
})

test('R-114, R-156 · une structure en réunit d’autres, cela se lit des deux pages ; une autre devient organisme ressource', async () => {
  const { page, finir } = await visite({ attendues: /422/ })
  await entrerChez(page, 'creteil')
  const inscrire = async (nom: string) => {
    await page.goto('/creteil/partenaires/nouvelle')
    await page.locator('input[name="nom"]').fill(nom)
    await page.getByRole('button', { name: 'Ajouter à l’annuaire' }).click()
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
  }
  await inscrire('Maison de santé réunie')
  await page.getByRole('link', { name: /fait partie d’un ensemble/ }).click()
  await page.getByLabel('L’autre structure').fill('Maison de santé réunie')
  await page.locator('#regroupements').getByRole('button', { name: 'Ajouter' }).click()
  await page.getByText('Une structure ne se regroupe pas elle-même').first().waitFor()
  await verifierPage(page)
  await page.getByLabel('L’autre structure').fill('Cabinet infirmier réuni')
  await page.getByLabel('À quel titre').selectOption({ label: 'Membre fondateur' })
  await page.getByLabel('Depuis').fill('2024')
  await page.locator('#regroupements').getByRole('button', { name: 'Ajouter' }).click()
  await page.getByRole('link', { name: 'Cabinet infirmier réuni' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Cabinet infirmier réuni' }).waitFor()
  await expect
    .poll(() => page.locator('#regroupements').textContent())
    .toMatch(/Fait partie de\s*Maison de santé réunie\s*Membre fondateur · depuis 2024/)
  await verifierPage(page)

  await inscrire('Centre qui outille')
  await page.getByRole('link', { name: 'organisme ressource' }).click()
  await page.locator('#ressource').getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Dites au moins une chose qu’elle apporte.').first().waitFor()
  await verifierPage(page)
  await page.getByRole('checkbox', { name: 'Formation' }).check()
  await page.getByLabel('Pour qui').fill('les associations')
  await page.getByLabel('Site').fill('centre.example.org')
  await page.locator('#ressource').getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: 'centre.example.org' }).waitFor()
  await page.goto('/creteil/partenaires/ressources?offre=formation')
  await page.getByRole('heading', { level: 2, name: 'Centre qui outille' }).waitFor()
  await verifierPage(page)
  await page.goto('/creteil/partenaires/ressources?offre=donnees')
  await page.getByText('Aucun organisme noté n’apporte cela.').waitFor()
  await finir()
})

test('R-106 · les lieux des partenaires se notent, la carte dit quel quartier n’a personne, et se dessine avec ses points', async () => {
  const { page, finir } = await visite({ attendues: /422/ })
  await entrerChez(page, 'creteil')
  await page.goto('/creteil/partenaires/nouvelle')
  await page.locator('input[name="nom"]').fill('Caisse implantée')
  await page.getByRole('button', { name: 'Ajouter à l’annuaire' }).click()
  await page.getByRole('link', { name: 'où le trouver' }).click()
  const section = page.locator('#implantations')
  await section.getByLabel('C’est').selectOption({ label: 'Permanence' })
  await section.getByLabel('Nom du lieu').fill('Maison des services')
  await section.getByLabel('Jours et heures').fill('jeudi')
  await section.getByLabel('Point sur la carte').fill('place de la mairie')
  await section.getByRole('button', { name: 'Ajouter' }).click()
  await page.getByText('Écrivez la latitude puis la longitude').first().waitFor()
  await verifierPage(page)
  expect(await section.getByLabel('Nom du lieu').inputValue()).toBe('Maison des services')
  await section.getByLabel('Point sur la carte').fill('48.7904, 2.4556')
  await section.getByRole('button', { name: 'Ajouter' }).click()
  await expect.poll(() => section.textContent()).toContain('Maison des services · jeudi')
  await page.getByText('présent sur le territoire').waitFor()
  await verifierPage(page)
  // the contours that the territory brings in are drawn, with the point
  await page.goto('/creteil/reglages/quartiers/importer')
  const carre = [
    [2.45, 48.785],
    [2.46, 48.785],
    [2.46, 48.795],
    [2.45, 48.795],
    [2.45, 48.785]
  ]
  const quartier = {
    type: 'Feature',
    properties: { code_qp: 'QN09499N', lib_qp: 'Quartier dessiné' },
    geometry: { type: 'Polygon', coordinates: [carre] }
  }
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [quartier] }))
  await page.locator('input[type="file"]').setInputFiles({ name: 'q.geojson', mimeType: 'application/json', buffer })
  await page.locator('main form button').first().click()
  await page.getByRole('button', { name: 'Ajouter les quartiers cochés' }).click()
  await page.getByText('Quartier dessiné').first().waitFor()
  await page.goto('/creteil/partenaires/carte')
  await page.getByRole('img', { name: /Quartier dessiné, aucun partenaire.*Caisse implantée, Maison des services/ }).waitFor()
  await expect.poll(() => page.locator('#ailleurs').textContent()).toContain('Caisse implantée')
  await verifierPage(page)
  await finir()
})
