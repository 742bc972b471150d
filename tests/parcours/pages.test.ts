import { expect, inject, test } from 'vitest'
import { entrerChez, verifierPage, visites } from './visite.ts'
import { fautesDeVnu } from './vnu.ts'

const visite = visites()

const PAGES = [
  '/cergy',
  '/cergy/contrats',
  '/cergy/contrats/nouveau',
  '/cergy/actions',
  '/cergy/actions?grouper=statut&tri=titre&sens=desc&col=statut&col=budget&col=publics',
  '/cergy/actions?q=introuvable',
  '/cergy/actions/nouvelle',
  '/cergy/actions/importer',
  '/cergy/actions/budget?modifier=poste',
  '/cergy/partenaires',
  '/cergy/partenaires/personnes',
  '/cergy/partenaires/nouvelle',
  '/cergy/partenaires/importer',
  '/cergy/partenaires/rapprocher',
  '/cergy/partenaires/croissance',
  '/cergy/instances/taches',
  '/cergy/actions/demandes',
  '/cergy/actions/demandes?choix=toutes',
  '/cergy/instances/presences',
  '/cergy/partenaires/reseau?quand=tout',
  '/cergy/partenaires/reseau/niveaux?mots=himmelman',
  '/cergy/partenaires/besoins?etat=toutes',
  '/cergy/partenaires/besoins?modifier=noter',
  '/cergy/partenaires/reciprocite',
  '/cergy/partenaires/appuis',
  '/cergy/partenaires/carte',
  '/cergy/partenaires/ressources',
  '/cergy/partenaires/ambassadeurs',
  '/cergy/partenaires/ambassadeurs?modifier=inscrire',
  '/cergy/partenaires/volontaires',
  '/cergy/partenaires/formations',
  '/cergy/partenaires/personnes/a-revoir',
  '/cergy/partenaires/chartes',
  '/cergy/partenaires/chartes?modifier=noter',
  '/cergy/partenaires/reciprocite?mois=12&modifier=noter',
  '/cergy/instances',
  '/cergy/instances/nouvelle',
  '/cergy/reglages',
  '/cergy/reglages/quartiers',
  '/cergy/reglages/documents',
  '/cergy/reglages/membres',
  '/cergy/historique'
]

test.each([
  ['large', { viewport: { width: 1440, height: 900 } }],
  ['de téléphone', { viewport: { width: 360, height: 740 } }],
  ['sombre', { colorScheme: 'dark' as const }]
])(
  'chaque page de l’espace est accessible et valide, sur un écran %s',
  async (_, contexte) => {
    const { page, finir } = await visite(contexte)
    await entrerChez(page, 'cergy')
    for (const chemin of PAGES) {
      const reponse = await page.goto(chemin)
      expect(reponse?.status(), chemin).toBe(200)
      await verifierPage(page)
    }
    for (const [liste, lien] of [
      ['/cergy/contrats', 'main a[href*="/contrats/0"]'],
      ['/cergy/actions', 'a.titre'],
      ['/cergy/partenaires', 'main a[href*="/partenaires/0"]']
    ] as const) {
      await page.goto(liste)
      await page.goto((await page.locator(lien).first().getAttribute('href'))!)
      await verifierPage(page)
    }
    await finir()
  },
  180_000
)

test('les pages publiques sont accessibles et valides, sans script', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: true })
  for (const chemin of [
    '/',
    '/connexion',
    '/commencer',
    '/commencer?courriel=a@b.fr&commune=cerg',
    '/courriels',
    '/connexion/un-lien'
  ]) {
    await page.goto(chemin)
    await verifierPage(page)
    expect(await page.locator('script').count(), chemin).toBe(0)
  }
  await finir()
})

test('une page qui n’existe pas, ou d’un territoire où l’on n’est pas, le dit et ne révèle rien', async () => {
  const { page, finir } = await visite({ attendues: /404/ })
  await entrerChez(page, 'cergy')
  for (const chemin of [
    '/creteil',
    '/creteil/actions',
    '/nulle-part',
    '/cergy/actions/xyz',
    '/cergy/contrats/xyz',
    '/cergy/partenaires/xyz',
    '/cergy/historique/xyz',
    '/espace/un-lien',
    '/espace/un-lien/compte-rendu/xyz',

    '/cergy/actions/01a20186-0024-71e3-9d30-a3bf85bbfa4b'
  ]) {
    const reponse = await page.goto(chemin)
    expect(reponse?.status(), chemin).toBe(404)
    await verifierPage(page)
  }
  await finir()
})

test.runIf(inject('vnu'))('le vérificateur HTML en Java voit une faute que le navigateur réparerait', async () => {
  const page = (corps: string) => `<!doctype html><html lang="fr"><title>Une page</title>${corps}`
  expect(await fautesDeVnu(inject('vnu')!, page('<p>Juste</p>'))).toEqual([])
  expect(await fautesDeVnu(inject('vnu')!, page('<p><form></form></p>'))).toEqual([
    expect.stringContaining('No “p” element in scope')
  ])
})
