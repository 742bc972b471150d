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

const GENS = ['Ana Convive', 'Lou Convive', 'Noé Convive', 'Sam Convive', 'Zoé Convive', 'Paul Convive']
// the last has no address
const CARNET = [
  'Structure;Nom;Courriel',
  ...GENS.map((nom, n) => `Maison ${n};${nom};${n < 5 ? `convive${n}@exemple.fr` : ''}`)
].join('\n')

test('R-099 · après la séance, chacun reçoit une lettre et une seule, avec les contacts de qui a dit oui comme lui ; qui n’a pas dit oui n’est dans aucune', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires/importer')
  const fichier = { name: 'carnet.csv', mimeType: 'text/csv', buffer: Buffer.from(CARNET) }
  await page.getByLabel(/Votre fichier/).setInputFiles(fichier)
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText('6 lignes reprises dans l’annuaire').waitFor()

  // a meeting held today
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Conseil citoyen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Conseil citoyen' }).waitFor()
  const pli = page.locator('#seances details').filter({ has: page.getByLabel('Jour') })
  if ((await pli.getAttribute('open')) === null) await pli.locator('summary').click()
  const aujourdhui = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' }).format(new Date())
  await page.getByLabel('Jour').fill(aujourdhui)
  await page.getByRole('button', { name: 'Prévoir la séance' }).click()
  const dit = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }).format(new Date())
  await page.getByRole('link', { name: new RegExp(`^${dit}`) }).click()
  await page.getByRole('link', { name: 'rencontres express', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Rencontres express' }).waitFor()
  await page.getByLabel('Comment on se rencontre').selectOption('Par tables de trois')
  await page.getByLabel('Combien de tours').fill('1')
  for (const [rang, nom] of GENS.entries()) {
    const ligne = page.getByRole('group', { name: `Personne ${rang + 1}`, exact: true })
    await ligne.getByLabel('Son nom').fill(nom)
    await ligne.getByLabel('Sa structure').fill(`Maison ${rang}`)
  }
  await page.getByRole('button', { name: 'Composer les tours' }).click()
  await page.getByRole('heading', { level: 1, name: /6\spersonnes par tables de trois, 1\stour/ }).waitFor()

  // at the first table all say yes; at the second, all but the last
  const noms: string[][] = []
  for (const table of [0, 1]) {
    const tables = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Tour 1' }) })
    noms.push(await tables.locator('.tables > li').nth(table).locator('strong').allTextContents())
    await page.getByRole('link', { name: new RegExp(`^Noter.*${noms[table]![0]}`) }).click()
    const donnent = page.getByRole('group', { name: 'Qui donne ses coordonnées à la table' })
    for (const nom of noms[table]!.slice(0, 3 - table)) await donnent.getByLabel(nom).check()
    await page.getByLabel('Entre qui').first().selectOption({ index: 1 })
    await page.getByLabel('Quoi', { exact: true }).first().fill(`Une visite n°${table}`)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('heading', { level: 2, name: `${table + 1} promesse` }).waitFor()
  }
  const refus = noms[1]![2]!
  const oui = GENS.filter((nom) => nom !== refus)
  const ecrits = oui.filter((nom) => nom !== 'Paul Convive')
  await page.getByText(`${ecrits.length} personnes recevront chacune une lettre`).waitFor()
  if (refus !== 'Paul Convive') await page.getByText('Sans adresse électronique, à prévenir autrement : Paul Convive').waitFor()
  await page.getByText('Une lettre partie ne se rappelle pas').waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: `Envoyer les ${ecrits.length} lettres` }).click()
  await expect.poll(() => facteur.lettres.length, { timeout: 30_000 }).toBe(ecrits.length)
  expect(facteur.lettres.map(({ a }) => a).toSorted()).toEqual(
    ecrits.map((nom) => `convive${GENS.indexOf(nom)}@exemple.fr`).toSorted()
  )
  for (const lettre of facteur.lettres) {
    expect(net(lettre)).not.toContain(refus)
    const nom = GENS[Number(/convive(\d)/.exec(lettre.a)![1])]!
    const table = noms.find((assis) => assis.includes(nom))!
    for (const autre of oui) if (autre !== nom) expect(net(lettre).includes(autre)).toBe(table.includes(autre))
  }

  // nobody is written twice, nothing is composed again, and each can ask for no more letters
  await page.reload()
  await expect.poll(() => page.getByText(/sa lettre est partie/).count()).toBe(ecrits.length)
  await expect.poll(() => page.getByRole('button', { name: /^Envoyer/ }).count()).toBe(0)
  await expect.poll(() => page.getByRole('link', { name: 'Recomposer' }).count()).toBe(0)
  await verifierPage(page)
  const une = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await une.page.goto(lienDans(facteur.lettres[0]!, 'compte-rendu/[\\w-]+/messages', serveur.adresse))
  await une.page.getByLabel('Plus rien').check()
  await une.page.getByRole('button').first().click()
  await une.page.getByText('Nous ne vous écrirons plus.').waitFor()
  await une.finir()
  await finir()
}, 120_000)
