import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-081 · %s, une action se montre à tous, se lit sans compte ni script, puis se cache',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, cocher, decocher, ecrire } = tenir(page)
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/actions/nouvelle')
    await ecrire(page.getByLabel('Titre de l’action'), `Dépistage visuel scolaire, ${facon}`)
    await activer(page.getByRole('button', { name: 'Créer l’action' }))
    await page.waitForURL(/actions\/[0-9a-f-]{36}/)
    const section = page.locator('#public')
    await activer(section.getByRole('link', { name: /Modifier/ }))
    await cocher(section.getByLabel('Montrer cette action'))
    await activer(section.getByRole('button', { name: 'Enregistrer' }))
    await page.getByRole('link', { name: /Écrivez ce que le public lira/ }).waitFor()
    await ecrire(section.getByLabel('Titre pour le public'), `Vos yeux vérifiés à l’école, ${facon}`)
    await ecrire(section.getByLabel('Ce que l’action propose'), 'Une orthoptiste passe dans chaque école au printemps.')
    await activer(section.getByRole('button', { name: 'Enregistrer' }))
    await section.getByText('montrée à tous').waitFor()
    await verifierPage(page)

    const habitant = await visite({ ...contexte, javaScriptEnabled: false, attendues: /404/ })
    await habitant.page.goto('/public/villiers-sur-marne')
    const carte = habitant.page.getByRole('listitem').filter({ hasText: `Vos yeux vérifiés à l’école, ${facon}` })
    await expect.poll(() => carte.textContent()).toContain('Une orthoptiste passe dans chaque école')

    await activer(section.getByRole('link', { name: /Modifier/ }))
    await decocher(section.getByLabel('Montrer cette action'))
    await activer(section.getByRole('button', { name: 'Enregistrer' }))
    await section.getByText('pas encore montrée').waitFor()
    await habitant.page.reload()
    await expect.poll(() => carte.count()).toBe(0)
    await habitant.finir()
    await finir()
  }
)

test('ce que tout le monde lit est accessible et valide, large, étroit et sombre', async () => {
  for (const contexte of [{}, { viewport: { width: 360, height: 740 } }, { colorScheme: 'dark' as const }]) {
    const { page, finir } = await visite(contexte)
    await page.goto('/public/cergy')
    await expect.poll(() => page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(4)
    await verifierPage(page)
    await expect.poll(() => page.locator('script').count()).toBe(0)
    await finir()
  }
})
