import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { unPlan } from './plan.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const fichier = async (titre: string) => ({
  name: 'plan.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await unPlan(titre))
})

test.each(FACONS)(
  '%s, un plan s’importe après avoir été vu ligne par ligne, puis une fiche se complète',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, deposer, ecrire } = tenir(page)
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/actions')
    await activer(page.getByRole('link', { name: 'Importer un tableur' }).first())
    await deposer(page.getByLabel(/Votre fichier/), await fichier(`Plan apporté ${facon}`))
    await activer(page.getByRole('button', { name: 'Voir ce que l’import ferait' }))
    await page.getByRole('heading', { level: 1, name: 'L’import écrirait 3 actions' }).waitFor()
    await expect.poll(() => page.getByText('Presque fini').count()).toBeGreaterThan(0)
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Tout importer' }))
    await page.getByRole('heading', { level: 1, name: /\d+ actions/ }).waitFor()
    await activer(page.getByRole('link', { name: 'Bus santé dans les quartiers' }).first())
    const objectifs = page.locator('#objectifs')
    await expect.poll(() => objectifs.textContent()).toContain('Deux tournées par mois')
    await expect.poll(() => page.locator('#suivi').textContent()).toContain('Colonne maison : à garder')
    await expect.poll(() => page.locator('#budget').textContent()).toMatch(/12\s500,50\s€/)
    await activer(page.locator('#textes').getByRole('link', { name: /Modifier/ }))
    await ecrire(page.getByLabel('Pourquoi : contexte, besoin'), 'Les cabinets sont loin du quartier.')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Les cabinets sont loin du quartier.').waitFor()
    await activer(page.locator('#indicateurs').getByRole('link', { name: /Modifier/ }))
    await ecrire(
      page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Indicateur', { exact: true }),
      'Personnes rencontrées'
    )
    await ecrire(page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Visé'), 'beaucoup')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByRole('link', { name: /Écrivez un nombre/ }).waitFor()
    await expect
      .poll(() => page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Indicateur', { exact: true }).inputValue())
      .toBe('Personnes rencontrées')
    await ecrire(page.getByRole('group', { name: 'Indicateur 1' }).getByLabel('Visé'), '400')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('400 visés').waitFor()
    await finir()
  }
)

test('le même fichier une deuxième fois ne change rien ; un fichier qui n’en est pas un est refusé avec sa phrase', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  const envoyer = async (buffer: Buffer, name = 'plan.xlsx') => {
    await page.goto('/villiers-sur-marne/actions/importer')
    await page.getByLabel(/Votre fichier/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  }
  const plan = Buffer.from(await unPlan('Plan répété'))
  await envoyer(plan)
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await envoyer(plan)
  await expect.poll(() => page.locator('h1').textContent()).toBe('Ce fichier ne changerait rien')
  await expect.poll(() => page.getByRole('button', { name: 'Tout importer' }).count()).toBe(0)
  await envoyer(Buffer.alloc(0), 'vide.xlsx')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Ce fichier est vide')
  await envoyer(Buffer.from('ceci n’est pas un tableur'), 'notes.pdf')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('n’est pas un tableur')
  await finir()
})

test.each(FACONS)(
  'R-073 · %s, le tableur que Tisserand a exporté retrouve son contrat sans qu’on le choisisse ; un nouveau contrat se demande, et prévient',
  async (_, contexte, tenir) => {
    const { page, finir } = await visite(contexte)
    const { activer, choisir, deposer } = tenir(page)
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/contrats')
    const contrats = await page.getByRole('link', { name: /Contrat local de santé 2023/ }).count()
    expect(contrats).toBeGreaterThan(0)
    await page.goto('/cergy/actions')
    const [exporte] = await Promise.all([
      page.waitForEvent('download'),
      activer(page.getByRole('link', { name: 'Exporter le contrat' }))
    ])
    await page.goto('/cergy/actions/importer')
    await deposer(page.getByLabel(/Votre fichier/), {
      name: exporte.suggestedFilename(),
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await readFile(await exporte.path())
    })
    await activer(page.getByRole('button', { name: 'Voir ce que l’import ferait' }))
    await page.getByRole('heading', { level: 1, name: 'Ce fichier ne changerait rien' }).waitFor()
    await page.getByText('Ce fichier a été exporté de ce contrat').waitFor()
    await expect.poll(() => page.getByText('Ces actions existent déjà').count()).toBe(0)
    await verifierPage(page)
    await choisir(page.getByLabel('Contrat', { exact: true }), 'Un nouveau contrat')
    await activer(page.getByRole('button', { name: 'Voir dans ce contrat' }))
    await page.getByRole('heading', { level: 1, name: /L’import écrirait \d+ actions/ }).waitFor()
    await page.getByText('Ces actions existent déjà').waitFor()
    await verifierPage(page)
    await activer(page.getByRole('link', { name: 'Importer plutôt dans ce contrat' }))
    await page.getByRole('heading', { level: 1, name: 'Ce fichier ne changerait rien' }).waitFor()
    await page.goto('/cergy/contrats')
    await expect.poll(() => page.getByRole('link', { name: /Contrat local de santé 2023/ }).count()).toBe(contrats)
    await finir()
  }
)
