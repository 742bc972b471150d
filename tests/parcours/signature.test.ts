import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-001 · %s, la signature est bloquée, la page dit qui manque, puis elle réussit',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, choisir, ecrire } = tenir(page)
    const intitule = `Contrat signé ${facon}`
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/contrats')
    await activer(page.getByRole('link', { name: 'Nouveau contrat' }))
    await ecrire(page.getByLabel(/Intitulé/), intitule)
    await ecrire(page.getByLabel('Début'), '2027')
    await ecrire(page.getByLabel('Fin', { exact: true }), '2025')
    await activer(page.getByRole('button', { name: 'Ouvrir le contrat' }))
    await page.getByRole('link', { name: /La fin du contrat est avant son début/ }).waitFor()
    await ecrire(page.getByLabel('Fin', { exact: true }), '2031')
    await activer(page.getByRole('button', { name: 'Ouvrir le contrat' }))
    await activer(page.getByRole('link', { name: 'Ce qui manque pour signer' }))
    await page.getByRole('heading', { level: 1, name: /il manque .*collectivité.*préfecture/i }).waitFor()
    await verifierPage(page)
    await expect.poll(() => page.getByRole('button', { name: 'Déclarer le contrat signé' }).count()).toBe(0)
    for (const [structure, role] of [
      ['Ville de Villiers-sur-Marne', 'Porteur du contrat'],
      ['ARS Île-de-France', 'Signataire obligatoire'],
      ['Préfecture du Val-de-Marne', 'Signataire obligatoire']
    ] as const) {
      await ecrire(page.getByLabel('Structure'), structure)
      await choisir(page.getByLabel('Rôle'), role)
      await activer(page.getByRole('button', { name: 'Ajouter', exact: true }))
      await page.getByRole('cell', { name: structure, exact: true }).waitFor()
    }
    await page.getByRole('heading', { level: 1, name: 'Rien ne manque pour signer' }).waitFor()
    await activer(page.getByRole('button', { name: 'Passer en relecture' }))
    await ecrire(page.getByLabel(/Date de la signature/), 'un jour')
    await activer(page.getByRole('button', { name: 'Déclarer le contrat signé' }))
    await page.getByRole('link', { name: /Cette date n’est pas comprise/ }).waitFor()
    await ecrire(page.getByLabel(/Date de la signature/), '20/11/2026')
    await activer(page.getByRole('button', { name: 'Déclarer le contrat signé' }))
    await page.getByRole('heading', { level: 1, name: new RegExp(`${intitule}.*signé`) }).waitFor()
    await expect.poll(() => page.locator('#signature').textContent()).toContain('20 novembre 2026')
    await finir()
  }
)
