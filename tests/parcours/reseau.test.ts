import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

const TOUTES = [...FACONS, ['sans script', { javaScriptEnabled: false }, FACONS[0]![2]] as (typeof FACONS)[number]]

test.each(TOUTES)(
  'R-108 · %s, une relation se déclare, se voit dans le dessin et dans le tableau, se retire et revient',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, choisir, ecrire } = tenir(page)
    // axe is a script of the page
    const verifier = async () => void (contexte.javaScriptEnabled === false || (await verifierPage(page)))
    await entrerChez(page, 'cergy')
    const rang = TOUTES.findIndex(([dite]) => dite === facon)
    const noms = [`Atelier numero ${rang}`, `Relais numero ${rang}`]
    for (const nom of noms) {
      await page.goto('/cergy/partenaires/nouvelle')
      await ecrire(page.getByLabel('Nom').first(), nom)
      await activer(page.getByRole('button', { name: 'Ajouter à l’annuaire' }))
      await page.getByRole('heading', { level: 1, name: nom }).waitFor()
    }
    await page.getByText('Aucun lien connu avec une autre structure').waitFor()
    await activer(page.getByRole('link', { name: 'Déclarer une relation' }))
    await choisir(page.getByLabel('L’autre structure'), noms[0]!)
    await choisir(page.getByLabel('Niveau'), '3 · mutualisation\u00a0: on met aussi des moyens en commun')
    await ecrire(page.getByLabel('Depuis'), '2024')
    await activer(page.getByRole('button', { name: 'Déclarer', exact: true }))
    // without its source nothing is written, and nothing that was typed is lost
    await page.getByText('La source manque.').first().waitFor()
    expect(await page.getByLabel('Depuis').inputValue()).toBe('2024')
    await verifier()
    await ecrire(page.getByLabel('Source'), 'Entretien du mois de mars')
    await activer(page.getByRole('button', { name: 'Déclarer', exact: true }))
    await expect.poll(() => page.locator('#relations').textContent()).toMatch(/avec\s+Atelier/)
    expect(await page.locator('#relations').textContent()).toContain('source\u00a0: Entretien du mois de mars')
    await verifier()

    await activer(page.getByRole('link', { name: 'Voir tout le réseau' }))
    await page.getByRole('heading', { level: 1, name: /structures, .* liens/ }).waitFor()
    await verifier()
    const dansLeDessin = page.locator('svg a').filter({ hasText: noms[1]! })
    expect(await dansLeDessin.locator('title').textContent()).toBe(`${noms[1]}, Habitants, associations, 1 lien`)
    const ligne = page.getByRole('row').filter({ has: page.getByRole('link', { name: noms[1]!, exact: true }) })
    expect((await ligne.textContent())?.replace(/\s+/g, ' ')).toContain(`Atelier numero ${rang} (3)`)
    await activer(ligne.getByRole('link'))
    await expect
      .poll(() => page.locator('#liens').textContent())
      .toContain('relation déclarée (source\u00a0: Entretien du mois de mars)')
    expect(await page.locator('svg a[aria-current="true"]').textContent()).toContain(noms[1]!)
    await verifier()
    // at a higher level this link is not there, and the structure is alone
    await choisir(page.getByLabel('À partir du niveau'), '4 · engagement commun')
    await activer(page.getByRole('button', { name: 'Appliquer' }))
    await page.getByText('Rien ne la lie à une autre structure').waitFor()

    await activer(page.getByRole('link', { name: 'Sa page' }))
    await activer(page.getByRole('link', { name: /Modifier la relation avec/ }))
    await activer(page.getByRole('button', { name: 'Retirer cette relation' }))
    await page.getByText('1 relation retirée').waitFor()
    await activer(page.locator('summary').filter({ hasText: '1 relation retirée' }))
    await activer(page.getByRole('button', { name: /Rétablir la relation/ }))
    await expect.poll(() => page.locator('#relations').textContent()).toMatch(/avec\s+Atelier/)
    await finir()
  },
  120_000
)

test('R-109 · les niveaux prennent les mots du territoire, et « coordination » dit toujours son numéro', async () => {
  const { page, finir } = await visite({ attendues: /422/ })
  await entrerChez(page, 'creteil')
  await page.goto('/creteil/partenaires/reseau')
  await page.getByRole('link', { name: 'Nommer les niveaux' }).click()
  await page.getByRole('link', { name: /Himmelman/ }).click()
  await expect.poll(() => page.getByLabel('Niveau 2').inputValue()).toBe('coordination')
  await page.getByLabel('Niveau 4').fill('coordination territoriale')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('La coordination territoriale est un métier').first().waitFor()
  await verifierPage(page)
  await page.getByLabel('Niveau 4').fill('collaboration')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: /structures/ }).waitFor()
  await expect.poll(() => page.getByRole('columnheader', { name: 'coordination (niveau 2)' }).first().textContent()).toBeTruthy()
  await verifierPage(page)
  await finir()
})
