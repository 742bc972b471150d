import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-021 · R-068 · R-089 · %s, une action se relie à une autre, à un programme et aux politiques de la ville',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, choisir, cocher, ecrire } = tenir(page)
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/contrats/reperes#programmes')
    await ecrire(page.locator('form[action*="programme"]').getByLabel('Intitulé').last(), `Cité éducative ${facon}`)
    await activer(page.getByRole('button', { name: 'Inscrire le programme' }))
    await page
      .getByRole('strong')
      .filter({ hasText: `Cité éducative ${facon}` })
      .waitFor()
    await verifierPage(page)
    const creer = async (titre: string) => {
      await page.goto('/villiers-sur-marne/actions/nouvelle')
      await ecrire(page.getByLabel('Titre de l’action'), titre)
      await activer(page.getByRole('button', { name: 'Créer l’action' }))
      await page.waitForURL(/actions\/[0-9a-f-]{36}/)
      await page.getByRole('heading', { level: 1, name: titre }).waitFor()
    }
    await creer(`Petit-déjeuner à l’école, ${facon}`)
    // two actions of the same title: the page that offers both must open
    await creer(`Atelier goûts et saveurs, ${facon}`)
    await creer(`Atelier goûts et saveurs, ${facon}`)
    const section = page.locator('#liens')
    await activer(section.getByRole('link', { name: /Modifier/ }))
    const premier = section.getByRole('group', { name: 'Lien 1' })
    await ecrire(premier.getByLabel('Titre de l’autre action'), 'Une action qui n’existe pas')
    await cocher(section.getByLabel(`Cité éducative ${facon}`))
    await cocher(section.getByLabel('Petite enfance'))
    await activer(section.getByRole('button', { name: 'Enregistrer' }))
    await page.getByRole('link', { name: /Aucune action du territoire/ }).waitFor()
    await expect.poll(() => section.getByLabel('Petite enfance').isChecked()).toBe(true)
    await ecrire(premier.getByLabel('Titre de l’autre action'), `Petit-déjeuner à l’école, ${facon}`)
    await activer(section.getByRole('button', { name: 'Enregistrer' }))
    await section.getByRole('link', { name: `Petit-déjeuner à l’école, ${facon}` }).waitFor()
    await expect.poll(() => section.textContent()).toMatch(/Complète.*Cité éducative.*Petite enfance/s)
    await verifierPage(page)
    // a programme that the territory has not noted: without leaving the page
    await activer(section.getByRole('link', { name: /Modifier/ }))
    await choisir(section.getByLabel('Sorte de programme'), 'Conseil local de santé mentale (CLSM)')
    await ecrire(section.getByLabel('Intitulé du programme'), `CLSM ${facon}`)
    await activer(section.getByRole('button', { name: 'Enregistrer' }))
    await expect.poll(() => section.textContent()).toMatch(new RegExp(`Programmes.*CLSM ${facon}.*Politiques`, 's'))
    await activer(section.getByRole('link', { name: /Modifier/ }))
    await expect.poll(() => section.getByRole('checkbox', { name: `CLSM ${facon}` }).isChecked()).toBe(true)
    await verifierPage(page)
    await activer(section.getByRole('link', { name: 'Annuler' }))
    await activer(section.getByRole('link', { name: `Petit-déjeuner à l’école, ${facon}` }))
    await page.locator('#liens').getByText('Complétée par').waitFor()
    await finir()
  }
)
