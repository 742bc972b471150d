import { afterAll, beforeAll, expect, test } from 'vitest'
import { lienDans, net, ouvrirFacteur } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let serveur: Serveur
beforeAll(async () => {
  facteur = await ouvrirFacteur()
  serveur = await launchServer({ TISSERAND_DEMO: 'oui', SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(facteur.port) })
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await facteur.fermer()
})

const CARNET = `Structure;Nom;Courriel
Centre de santé;Lou Petit;lou@exemple.fr
Crèche des Lilas;Ana Roy;ana@exemple.fr`

test('R-076, R-129 · une lettre par pilote ; au téléphone et sans script il répond ; la nouvelle entre dans la fiche, le statut attend un accord', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires/importer')
  const fichier = { name: 'carnet.csv', mimeType: 'text/csv', buffer: Buffer.from(CARNET) }
  await page.getByLabel(/Votre fichier/).setInputFiles(fichier)
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText('2 lignes reprises dans l’annuaire').waitFor()

  // two actions get the same person for pilot
  for (const titre of [/Permanence d’accès/, /Air intérieur/]) {
    await page.goto('/cergy/actions')
    await page.getByRole('link', { name: titre }).first().click()
    await page.getByRole('heading', { level: 1, name: titre }).waitFor()
    await page.goto(`${page.url().replace(/[?#].*/, '')}?modifier=intervenants#intervenants`)
    const section = page.locator('#intervenants')
    await section.getByLabel('Rôle').last().selectOption({ label: 'Personne pilote' })
    await section.getByLabel('Personne', { exact: true }).last().fill('Lou Petit')
    await section.getByRole('button', { name: 'Enregistrer' }).click()
    await section.getByText('Lou Petit').waitFor()
  }

  await page.goto('/cergy/actions/demandes')
  await page.getByRole('link', { name: 'Toutes les actions à mener' }).click()
  await page.getByRole('group', { name: /Lou Petit/ }).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Écrire aux pilotes des actions cochées' }).click()
  await page.getByRole('link', { name: 'Cochez au moins une action.' }).waitFor()
  await page.getByRole('checkbox', { name: /Permanence d’accès/ }).check()
  await page.getByRole('checkbox', { name: /Air intérieur/ }).check()
  await page.getByLabel('Un mot à ajouter').fill('Le comité de pilotage se réunit bientôt.')
  await page.getByRole('button', { name: 'Écrire aux pilotes des actions cochées' }).click()
  await page.getByText('1 lettre part').waitFor()
  await expect.poll(() => page.getByRole('heading', { level: 2, name: '2 réponses attendues' }).count()).toBe(1)
  await verifierPage(page)
  await expect.poll(() => facteur.lettres.length, { timeout: 30_000 }).toBe(1)
  const [lettre] = facteur.lettres
  expect(lettre!.a).toBe('lou@exemple.fr')
  expect(net(lettre!)).toContain('Le comité de pilotage se réunit bientôt.')
  const lien = lienDans(lettre!, 'nouvelles/[\\w-]+', serveur.adresse)

  const lou = await visite({
    chez: serveur.adresse,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    attendues: /422/
  })
  await lou.page.goto(lien)
  await lou.page.getByRole('heading', { level: 1, name: 'Où en sont ces 2 actions ?' }).waitFor()
  const permanence = lou.page.getByRole('listitem').filter({ hasText: 'Permanence d’accès' })
  await permanence.getByRole('button', { name: /^Envoyer/ }).click()
  await expect.poll(() => permanence.getByRole('alert').textContent()).toContain('Écrivez la nouvelle.')
  await permanence.getByLabel('Quoi de neuf').fill('Quarante personnes reçues en octobre.')
  await permanence.getByLabel('Où en est-elle').selectOption({ label: 'Réalisé' })
  await permanence.getByRole('button', { name: /^Envoyer/ }).click()
  await lou.page.getByText('C’est noté, merci. Il reste 1 action').waitFor()
  await lou.page.getByRole('button', { name: /^Rien de nouveau/ }).click()
  await lou.page.getByRole('heading', { level: 1, name: 'Tout est dit, merci' }).waitFor()
  await lou.finir()
  const regard = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 } })
  await regard.page.goto(lien)
  await verifierPage(regard.page)
  await regard.page.getByRole('link', { name: 'Choisir ce que je reçois' }).click()
  await regard.page.getByRole('heading', { level: 1 }).waitFor()
  await regard.finir()

  await page.goto('/cergy')
  await page
    .getByRole('listitem')
    .filter({ hasText: '1 statut proposé par un pilote' })
    .getByRole('link', { name: 'Décider' })
    .click()
  await page.getByRole('heading', { level: 2, name: '1 statut proposé' }).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: /^Accepter/ }).click()
  await page.getByText('2 réponses reçues').click()
  await page.getByRole('link', { name: /Permanence d’accès/ }).click()
  await page.getByText('Quarante personnes reçues en octobre.').waitFor()
  await expect.poll(() => page.locator('#nouvelles').textContent()).toMatch(/réponse à une demande · notée\s+par Lou Petit/)
  await expect.poll(() => page.getByText('Réalisé', { exact: true }).count()).toBeGreaterThan(0)
  await finir()
})
