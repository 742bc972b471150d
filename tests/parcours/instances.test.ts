import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-117 · %s, un groupe de travail se crée sur un thème, dit qui y siège, se retire et revient',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, choisir, cocher, ecrire } = tenir(page)
    const nom = `Groupe des aînés, ${facon}`
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/instances')
    await verifierPage(page)
    await activer(page.getByRole('link', { name: 'Créer une instance' }))
    await ecrire(page.getByLabel('Nom'), nom)
    await choisir(page.getByLabel('Thème'), 'Seniors et autonomie')
    await ecrire(page.getByLabel('Mission'), 'Réunir qui accompagne les aînés.')
    // of a group of radios the keyboard reaches the one that is chosen, then the others by arrows
    await cocher(page.getByRole('radio', { name: 'Le CLS pilote' }))
    await page.getByRole('radio', { name: 'Le CLS pilote' }).focus()
    for (let pas = 0; pas < 2; pas++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByRole('radio', { name: 'Le CLS ne pilote pas' }).isChecked()).toBe(true)
    await activer(page.getByRole('button', { name: 'Créer l’instance' }))
    // a group without the CLS says why, and nothing that was typed is lost
    await page.getByText('Tout groupe de travail est piloté ou copiloté par le CLS').first().waitFor()
    await expect.poll(() => page.getByLabel('Nom').inputValue()).toBe(nom)
    await verifierPage(page)
    await ecrire(page.getByRole('textbox', { name: 'Si le CLS ne pilote pas' }), 'Le CCAS le pilote depuis dix ans.')
    await activer(page.getByRole('button', { name: 'Créer l’instance' }))
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
    await page.getByText('Vous avez créé une instance.').waitFor()
    await page.getByText('Nommez qui le pilote').waitFor()
    await verifierPage(page)

    await activer(page.locator('#composer').getByRole('link', { name: /Modifier/ }))
    await choisir(page.getByLabel('À quel titre').first(), 'Pilote')
    await ecrire(page.getByLabel('Structure').first(), 'CCAS de Cergy')
    await ecrire(page.getByLabel('Personne').first(), 'Lou Petit')
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Vous avez dit qui siège dans une instance.').waitFor()
    await expect.poll(() => page.locator('#composer').textContent()).toMatch(/Pilote\s*Lou Petit,\s*CCAS de Cergy/)
    await expect.poll(() => page.getByText('Nommez qui le pilote').count()).toBe(0)
    await verifierPage(page)

    // past two hours a working group says why
    // each way has its own year: the third meeting of a theme would ask why
    const annee = 2030 + FACONS.findIndex(([dite]) => dite === facon)
    await ecrire(page.getByLabel('Jour'), `9 décembre ${annee}`)
    await ecrire(page.getByLabel('Heure'), '14 h 30')
    await ecrire(page.getByLabel('Durée'), '3 h')
    await ecrire(page.getByLabel('Lieu'), 'Maison de quartier')
    await activer(page.getByRole('button', { name: 'Prévoir la séance' }))
    await page.getByText('Un groupe de travail dure deux heures au plus').first().waitFor()
    await verifierPage(page)
    await ecrire(page.getByLabel('Pourquoi plus de deux heures'), 'Un jeu de rôle avec les aidants.')
    await activer(page.getByRole('button', { name: 'Prévoir la séance' }))
    await page
      .getByText(new RegExp(`9 décembre ${annee} à 14\\sh\\s30`))
      .first()
      .waitFor()
    await expect.poll(() => page.locator('#seances').textContent()).toMatch(/Plus de deux heures\s*:\s*Un jeu de rôle/)
    await verifierPage(page)

    await activer(page.getByRole('button', { name: 'Retirer l’instance' }))
    await page.getByText(`«\u00a0${nom}\u00a0» a été retirée.`).waitFor()
    await activer(page.getByRole('button', { name: 'Rétablir' }))
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
    await finir()
  }
)

test('R-132 · le mandat d’une instance participative se lit sur la frise, à côté des contrats', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Conseil citoyen' }).click()
  await page.getByText('Le mandat est arrivé à son terme').waitFor()
  await page.goto('/cergy/contrats/frise')
  await expect.poll(() => page.locator('main').textContent()).toMatch(/Conseil citoyen/)
  await verifierPage(page)
  await finir()
})
