import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importerCarnet, net, ouvrirFacteur } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, visites } from './visite.ts'

const visite = visites()
const PERSONNES = 200
const MORTS = 3
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let dossier: string
let serveur: Serveur
const demarrer = () =>
  launchServer(
    {
      TISSERAND_DEMO: 'oui',
      SMTP_HOTE: '127.0.0.1',
      SMTP_PORT: String(facteur.port),
      // slow enough to be interrupted
      COURRIELS_PAR_MINUTE: '2400'
    },
    dossier
  )
beforeAll(async () => {
  facteur = await ouvrirFacteur()
  dossier = await mkdtemp(join(tmpdir(), 'tisserand-interrompu-'))
  serveur = await demarrer()
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await facteur.fermer()
  await rm(dossier, { recursive: true, force: true })
})

test('R-090 · le serveur entier, tué net en plein envoi, reprend seul en redémarrant : personne deux fois, personne oublié, sauf celui en doute, nommé', async () => {
  const premiere = await visite({ chez: serveur.adresse })
  await entrerChez(premiere.page, 'cergy')
  await importerCarnet(premiere.page, PERSONNES, 85)
  await premiere.page.goto('/cergy/instances/nouvelle')
  await premiere.page.getByLabel('Nom').fill('Groupe mobilité')
  await premiere.page.getByRole('button', { name: 'Créer l’instance' }).click()
  await premiere.page.getByRole('heading', { level: 1, name: 'Groupe mobilité' }).waitFor()
  await premiere.page.getByLabel('Jour').fill(`12/10/${new Date().getFullYear() + 1}`)
  await premiere.page.getByLabel('Durée').fill('2 h')
  await premiere.page.getByRole('button', { name: 'Prévoir la séance' }).click()
  await premiere.page.locator('#seances li a').first().click()
  await premiere.page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await premiere.page.getByText('personnes invitées').first().waitFor()
  const chemin = new URL(premiere.page.url()).pathname
  await premiere.finir()

  const recues = () => facteur.lettres.filter((lettre) => /Groupe mobilit/.test(net(lettre))).map(({ a }) => a)
  for (let mort = 1; mort <= MORTS; mort++) {
    const assez = recues().length + 20 + mort
    await expect.poll(() => recues().length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(assez)
    process.kill(serveur.pid, 'SIGKILL')
    await serveur.fini
    serveur = await demarrer()
  }

  // nobody asks for anything: what waits leaves by itself
  const derniere = await visite({ chez: serveur.adresse })
  await entrerChez(derniere.page, 'cergy')
  await expect
    .poll(
      async () => {
        await derniere.page.goto(chemin)
        return derniere.page.getByText('à envoyer encore').count()
      },
      { timeout: 90_000, interval: 2_000 }
    )
    .toBe(0)
  const lettres = recues()
  expect(new Set(lettres).size, 'personne deux fois').toBe(lettres.length)
  const doutes = await derniere.page.locator('#invitations li', { hasText: 'peut-être partie' }).allTextContents()
  expect(doutes.length).toBeLessThanOrEqual(MORTS)
  const attendues = Array.from({ length: PERSONNES }, (_, n) => `partenaire${n}@exemple.fr`)
  const oubliees = attendues.filter(
    (adresse) => !lettres.includes(adresse) && !doutes.some((dit) => dit.includes(`(${adresse})`))
  )
  expect(oubliees).toEqual([])
  await derniere.finir()
}, 300_000)
