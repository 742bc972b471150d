import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-119, R-100 · %s, une séance reçoit son ordre du jour en trois temps, minuté, avec une structure et une façon de travailler',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, choisir, ecrire } = tenir(page)
    // each way has its own year, and its own meeting
    const annee = 2040 + FACONS.findIndex(([dite]) => dite === facon)
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/instances')
    await activer(page.getByRole('link', { name: 'Référents santé des services' }))
    await page.getByRole('heading', { level: 1, name: 'Référents santé des services' }).waitFor()
    const pli = page.locator('#seances details').filter({ has: page.getByLabel('Jour') })
    if ((await pli.getAttribute('open')) === null) await activer(pli.locator('summary'))
    await ecrire(page.getByLabel('Jour'), `10/12/${annee}`)
    await ecrire(page.getByLabel('Heure'), '14 h')
    await activer(page.getByRole('button', { name: 'Prévoir la séance' }))
    await page.getByText('Vous avez prévu une séance.').waitFor()
    await activer(page.getByRole('link', { name: new RegExp(`^\\S+ 10 décembre ${annee}`) }))
    await page.getByRole('heading', { level: 1, name: new RegExp(`10 décembre ${annee} à 14\\sh`) }).waitFor()
    await page.getByText('Pas encore d’ordre du jour').waitFor()
    await verifierPage(page)

    await activer(page.getByRole('link', { name: /Modifier.*Ordre du jour/ }))
    const point = (rang: number) => page.getByRole('group', { name: `Point ${rang}`, exact: true })
    await expect.poll(() => point(3).getByLabel('Durée').inputValue()).toMatch(/1\sh\s10/)
    await ecrire(point(2).getByLabel('Qui se présente'), 'CCAS de Cergy')
    await choisir(point(3).getByLabel('Façon de travailler'), 'Photolangage')
    await ecrire(point(3).getByLabel('Durée'), 'longtemps')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Écrivez la durée comme 20 minutes ou 1 h 30.').first().waitFor()
    // nothing of what was typed is lost
    await expect.poll(() => point(2).getByLabel('Qui se présente').inputValue()).toBe('CCAS de Cergy')
    await verifierPage(page)
    await ecrire(point(3).getByLabel('Durée'), '1 h 30')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Vous avez écrit l’ordre du jour d’une séance.').waitFor()
    const dit = () => page.locator('#composer').textContent()
    await expect.poll(dit).toMatch(/14\sh\s30.*CCAS de Cergy.*14\sh\s50.*Photolangage/s)
    await expect.poll(dit).toMatch(/20\sminutes de trop/)
    await verifierPage(page)

    await activer(page.getByRole('link', { name: 'Photolangage' }))
    await page.getByRole('heading', { level: 2, name: 'Photolangage' }).waitFor()
    await verifierPage(page)
    await finir()
  }
)

test('R-119, R-095 · la prochaine séance d’un groupe montre les nouvelles de ses actions, et qui ne s’est jamais présenté se voit', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  await page.locator('#seances a').first().click()
  await page.getByRole('heading', { level: 2, name: /action(s)? donne(nt)? des nouvelles/ }).waitFor()
  await verifierPage(page)
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Qui s’est déjà présenté' }).click()
  await page.getByRole('heading', { level: 1, name: /ne se sont jamais présentées/ }).waitFor()
  const ligne = (nom: string) => page.getByRole('row').filter({ hasText: nom }).textContent()
  await expect.poll(() => ligne('CPAM du Val-d’Oise')).toContain('déjà passée')
  await expect.poll(() => ligne('CCAS de Cergy')).toContain('prévue')
  await verifierPage(page)
  await finir()
})
