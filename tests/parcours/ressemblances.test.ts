import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)('R-079 · %s, l’action proche se dit pendant qu’on écrit', async (facon, contexte, mains) => {
  const { page, finir } = await visite(contexte)
  const { activer, ecrire } = mains(page)
  await entrerChez(page, 'paris-vallee-de-la-marne')
  await page.goto('/paris-vallee-de-la-marne/actions/nouvelle')
  const encart = page.locator('#proches')
  await encart.getByText('Dès les premiers mots du titre').waitFor()
  await ecrire(page.getByLabel('Titre de l’action'), 'Les ambassadeurs santé du réseau des quartiers')
  const proche = encart.getByRole('link', { name: /Réseau d’ambassadeurs santé dans les quartiers prioritaires/ })
  await proche.waitFor()
  await expect.poll(() => encart.textContent()).toContain('mots communs\u00a0: ambassadeurs, réseau, quartiers')
  // what was typed stays, and so does the focus
  await expect
    .poll(() => page.getByLabel('Titre de l’action').inputValue())
    .toBe('Les ambassadeurs santé du réseau des quartiers')
  if (facon === 'au clavier seul')
    expect(await page.getByLabel('Titre de l’action').evaluate((champ) => champ === document.activeElement)).toBe(true)
  await activer(page.locator('summary', { hasText: 'Sur quoi, pour qui, où, quand' }))
  await verifierPage(page)
  await finir()
})

test('R-079 · sans script, on cherche les actions proches ; « ce n’est pas un doublon » se retient et s’annule', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false })
  await entrerChez(page, 'paris-vallee-de-la-marne')
  await page.goto('/paris-vallee-de-la-marne/actions/nouvelle')
  await page.getByLabel('Titre de l’action').fill('Projets sport-santé au bord de l’eau')
  await page.getByText('Sur quoi, pour qui, où, quand').click()
  await page.getByLabel('Activité physique et sport-santé').check()
  await page.getByRole('button', { name: 'Chercher les actions proches' }).click()
  const encart = page.locator('#proches')
  await expect.poll(() => encart.getByRole('link', { name: /Projets sport-santé des communes/ }).count()).toBe(1)
  await expect.poll(() => encart.textContent()).toContain('même thème\u00a0: activité physique et sport-santé')
  await expect.poll(() => page.getByLabel('Titre de l’action').inputValue()).toBe('Projets sport-santé au bord de l’eau')
  await expect.poll(() => page.getByLabel('Activité physique et sport-santé').isChecked()).toBe(true)
  await page.getByLabel('Place dans').selectOption({ label: 'Hors du contrat' })
  await page.getByRole('button', { name: 'Créer l’action' }).click()

  const proches = page.locator('#proches')
  await proches.getByRole('heading', { name: 'Doublon possible' }).waitFor()
  await proches.getByRole('button', { name: /Ce n’est pas un doublon/ }).click()
  await expect.poll(() => proches.getByRole('status').textContent()).toContain('n’est pas un doublon')
  await expect.poll(() => proches.getByRole('heading', { name: 'Doublon possible' }).count()).toBe(0)
  // it holds the other way too
  await page.goto('/paris-vallee-de-la-marne/actions?q=sport-sant%C3%A9+des+communes')
  await page.locator('a.titre').click()
  await expect.poll(() => page.getByRole('heading', { name: 'Doublon possible' }).count()).toBe(0)
  await page.locator('#proches').getByText('1 action dite différente').click()
  await page
    .locator('#proches')
    .getByRole('button', { name: /Proposer de nouveau/ })
    .click()
  await page.getByRole('heading', { name: 'Doublon possible' }).waitFor()
  await page
    .locator('#proches')
    .getByRole('link', { name: /au bord de l’eau/ })
    .click()
  await page.getByRole('button', { name: /Retirer cette action/ }).click()
  await finir()
})

test.each(FACONS)(
  'R-079 · %s, une action part d’un modèle fourni, avec ses objectifs et ses étapes',
  async (facon, contexte, mains) => {
    const { page, finir } = await visite(contexte)
    const { activer, ecrire } = mains(page)
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/actions/nouvelle')
    await activer(page.getByRole('link', { name: 'Partir d’un modèle' }))
    await page.getByRole('heading', { level: 1, name: 'Partir d’un modèle' }).waitFor()
    await verifierPage(page)
    await ecrire(page.getByRole('searchbox'), 'sommeil')
    await activer(page.getByRole('button', { name: 'Chercher' }))
    await page.waitForURL('**/modeles?q=sommeil')
    await activer(page.getByRole('link', { name: /^En partir\s: Sommeil et écrans/ }))
    await page.getByText('Seront repris').waitFor()
    await verifierPage(page)
    await expect
      .poll(() => page.getByLabel('Titre de l’action').inputValue())
      .toBe('Sommeil et écrans : des repères pour les familles')
    const titre = `Nuits tranquilles, ${facon}`
    await ecrire(page.getByLabel('Titre de l’action'), titre)
    await activer(page.getByRole('button', { name: 'Créer l’action' }))
    await page.getByRole('heading', { level: 1, name: titre }).waitFor()
    await expect.poll(() => page.locator('#objectifs').textContent()).toContain('Protéger le sommeil des enfants')
    await expect.poll(() => page.locator('#etapes').textContent()).toContain('Réunir les parents')
    await expect.poll(() => page.locator('#classement').textContent()).toContain('Sommeil, Écrans, Parentalité')
    await verifierPage(page)
    // put away, so that the next way of doing it finds the territory as it was
    await page.getByRole('button', { name: /Retirer cette action/ }).click()
    await page.getByText('L’action a été retirée.').waitFor()
    await finir()
  }
)

test('R-079 · un titre tapé avant que le script n’arrive est cherché quand il arrive', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'paris-vallee-de-la-marne')
  let laisser = () => {}
  const attente = new Promise<void>((fini) => (laisser = fini))
  await page.route('**/_app/**/*.js', async (route) => {
    await attente
    await route.continue()
  })
  await page.goto('/paris-vallee-de-la-marne/actions/nouvelle', { waitUntil: 'commit' })
  await page.getByLabel('Titre de l’action').fill('Réseau d’ambassadeurs')
  laisser()
  await page
    .locator('#proches')
    .getByRole('link', { name: /Réseau d’ambassadeurs santé/ })
    .waitFor()
  await expect.poll(() => page.getByLabel('Titre de l’action').inputValue()).toBe('Réseau d’ambassadeurs')
  await finir()
})
