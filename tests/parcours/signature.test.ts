import { expect, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test('R-001 · la signature est bloquée, la page dit qui manque, puis elle réussit', async () => {
  const { page, finir } = await visite({ attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto('/villiers-sur-marne/contrats')
  await page.getByRole('link', { name: 'Nouveau contrat' }).click()
  await page.getByLabel(/Intitulé/).fill('Contrat local de santé à signer')
  await page.getByLabel('Début').fill('2027')
  await page.getByLabel('Fin', { exact: true }).fill('2025')
  await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
  await page.getByRole('link', { name: /La fin du contrat est avant son début/ }).waitFor()
  await page.getByLabel('Fin', { exact: true }).fill('2031')
  await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
  await page.getByRole('link', { name: 'Ce qui manque pour signer' }).click()
  await page.getByRole('heading', { level: 1, name: /il manque .*collectivité.*préfecture/i }).waitFor()
  await verifierPage(page)
  expect(await page.getByRole('button', { name: 'Déclarer le contrat signé' }).count()).toBe(0)
  for (const [structure, role] of [
    ['Ville de Villiers-sur-Marne', 'porteur'],
    ['ARS Île-de-France', 'obligatoire'],
    ['Préfecture du Val-de-Marne', 'obligatoire']
  ] as const) {
    await page.getByLabel('Structure').fill(structure)
    await page.getByLabel('Rôle').selectOption(role)
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByRole('cell', { name: structure, exact: true }).waitFor()
  }
  await page.getByRole('heading', { level: 1, name: 'Rien ne manque pour signer' }).waitFor()
  await page.getByRole('button', { name: 'Passer en relecture' }).click()
  await page.getByLabel(/Date de la signature/).fill('un jour')
  await page.getByRole('button', { name: 'Déclarer le contrat signé' }).click()
  await page.getByRole('link', { name: /Écrivez une année/ }).waitFor()
  await page.getByLabel(/Date de la signature/).fill('20/11/2026')
  await page.getByRole('button', { name: 'Déclarer le contrat signé' }).click()
  await page.getByRole('heading', { level: 1, name: /Contrat local de santé à signer.*signé/ }).waitFor()
  expect(await page.locator('#signature').textContent()).toContain('20 novembre 2026')
  await finir()
})
