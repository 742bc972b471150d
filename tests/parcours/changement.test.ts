import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-102 · %s, une personne change de structure : les deux structures et son parcours s’en souviennent, et cela se défait',
  async (facon, contexte, mains) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, ecrire } = mains(page)
    const [quittee, nouvelle, nom] = [`Caisse quittée ${facon}`, `CPTS nouvelle ${facon}`, `Lou Martin ${facon}`]
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/partenaires/nouvelle')
    await ecrire(page.locator('input[name="nom"]'), quittee)
    await activer(page.getByRole('button', { name: 'Ajouter' }))
    await activer(page.getByRole('link', { name: 'Ajouter une personne' }))
    await ecrire(page.getByLabel('Prénom et nom'), nom)
    await ecrire(page.getByLabel('Depuis'), '2022')
    await activer(page.getByRole('button', { name: 'Ajouter' }))
    await activer(page.getByRole('link', { name: nom }))
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()

    await activer(page.getByRole('link', { name: 'A changé de structure' }))
    await page.getByRole('heading', { name: 'A changé de structure' }).waitFor()
    await verifierPage(page)
    await ecrire(page.getByLabel('Nouvelle structure'), nouvelle)
    await ecrire(page.getByLabel('Nouvelle fonction'), 'Coordinatrice')
    await ecrire(page.getByLabel('Depuis'), '2021')
    await activer(page.getByRole('button', { name: 'Noter le changement' }))
    await page.getByRole('link', { name: /a commencé en 2022/ }).waitFor()
    await verifierPage(page)
    expect(await page.getByLabel('Nouvelle structure').inputValue()).toBe(nouvelle)
    await ecrire(page.getByLabel('Depuis'), '01/09/2026')
    await activer(page.getByRole('button', { name: 'Noter le changement' }))

    const fonctions = page.locator('#parcours').getByRole('listitem')
    await expect.poll(() => fonctions.count()).toBe(2)
    await expect
      .poll(() => fonctions.first().textContent())
      .toMatch(/CPTS nouvelle.*Coordinatrice.*depuis le 1er septembre 2026/s)
    await expect.poll(() => fonctions.last().textContent()).toMatch(/Caisse quittée.*2022 – 31 août 2026/s)
    await verifierPage(page)
    const personne = new URL(page.url()).pathname
    await activer(page.getByRole('link', { name: quittee }))
    await expect
      .poll(() => page.locator('#anciennes').textContent())
      .toMatch(/2022 – 31 août 2026.*aujourd’hui\s*: CPTS nouvelle/s)
    await verifierPage(page)

    await page.goto(personne)
    await activer(page.getByRole('link', { name: 'historique', exact: true }).first())
    await activer(page.getByRole('button', { name: /Annuler ce changement.*a noté un changement de structure/ }))
    await page.getByText('a annulé un changement').first().waitFor()
    await page.goto(personne)
    await expect.poll(() => fonctions.count()).toBe(1)
    await expect.poll(() => fonctions.first().textContent()).toContain('depuis 2022')
    await finir()
  }
)

test('R-102 · sans script, de plusieurs fonctions on dit laquelle se termine', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  for (const nom of ['Première structure', 'Seconde structure']) {
    await page.goto('/villiers-sur-marne/partenaires/nouvelle')
    await page.locator('input[name="nom"]').fill(nom)
    await page.getByRole('button', { name: 'Ajouter' }).click()
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
  }
  await page.getByRole('link', { name: 'Ajouter une personne' }).click()
  await page.getByLabel('Prénom et nom').fill('Dominique Deux')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  await page.getByRole('link', { name: 'Dominique Deux' }).click()
  await page.getByRole('link', { name: 'Ajouter une fonction' }).click()
  await page.locator('select[name="structureId"]').selectOption({ label: 'Première structure' })
  await page.getByLabel('Depuis').fill('n’importe quand')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  // the list of structures stays with a refused form
  await expect
    .poll(() =>
      page.locator('select[name="structureId"]').evaluate((liste: HTMLSelectElement) => liste.selectedOptions[0]?.label)
    )
    .toBe('Première structure')
  await page.getByLabel('Depuis').fill('2023')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  await page.getByRole('link', { name: 'A changé de structure' }).click()
  await page.getByLabel('Nouvelle structure').fill('Troisième structure')
  await page.getByLabel('Depuis').fill('09/2026')
  await page.getByRole('button', { name: 'Noter le changement' }).click()
  await expect.poll(() => page.locator('#changer').textContent()).toContain('Choisissez la fonction qui se termine.')
  expect(await page.getByLabel('Nouvelle structure').inputValue()).toBe('Troisième structure')
  await page.getByLabel('Fonction qui se termine').selectOption({ label: 'Première structure' })
  await page.getByRole('button', { name: 'Noter le changement' }).click()
  const parcours = page.locator('#parcours')
  await expect.poll(() => parcours.getByRole('listitem').count()).toBe(3)
  await expect
    .poll(() => parcours.getByRole('listitem').last().textContent())
    .toMatch(/Première structure.*2023 – septembre 2026/s)
  await finir()
})
