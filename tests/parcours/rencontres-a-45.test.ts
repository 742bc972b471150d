import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { importerCarnet, lienDans, net, ouvrirFacteur } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let serveur: Serveur
beforeAll(async () => {
  facteur = await ouvrirFacteur()
  serveur = await launchServer({
    ...{ TISSERAND_DEMO: 'oui', SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(facteur.port) },
    COURRIELS_PAR_MINUTE: '6000'
  })
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await facteur.fermer()
})

const INVITES = 45
const STRUCTURES = 9

/** A group of its own with one meeting, to which everyone is invited; those of the first `nombre` letters say that they come. */
async function uneSalle(page: Page, nombre: number, annee: number): Promise<string> {
  await page.goto('/cergy/instances/nouvelle')
  await page.getByLabel('Nom').fill(`Groupe à ${nombre}`)
  await page.getByRole('button', { name: 'Créer l’instance' }).click()
  await page.getByRole('heading', { level: 1, name: `Groupe à ${nombre}` }).waitFor()
  await page.getByLabel('Jour').fill(`12/05/${annee}`)
  await page.getByLabel('Durée').fill('2 h')
  await page.getByRole('button', { name: 'Prévoir la séance' }).click()
  await page.getByText('Vous avez prévu une séance').waitFor()
  await page.locator('#seances .quand a').first().click()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: `${INVITES} personnes invitées` }).waitFor()
  const siennes = () => facteur.lettres.filter((lettre) => net(lettre).includes(`Groupe à ${nombre}`))
  await expect.poll(() => siennes().length, { timeout: 60_000 }).toBe(INVITES)
  const deux = (lettre: { a: string }) => Number(/\d+/.exec(lettre.a)![0])
  for (const lettre of siennes()
    .toSorted((a, b) => deux(a) - deux(b))
    .slice(0, nombre)) {
    const lien = lienDans(lettre, 'invitation/[\\w-]+', serveur.adresse)
    const reponse = await fetch(`${lien}?/repondre`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html', origin: serveur.adresse, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'reponse=vient'
    })
    expect(reponse.status).toBe(303)
  }
  return page.url().replace(/[?#].*/, '')
}

type Feuille = { nom: string; structure: string; tours: { tour: number; table: string; avec: string[] }[] }
/** What each sheet says, as it is printed. */
const feuilles = (page: Page): Promise<Feuille[]> =>
  page.locator('.feuilles > li').evaluateAll((lis) =>
    lis.map((li) => ({
      nom: li.querySelector('.badge h2')!.textContent,
      structure: li.querySelector('.badge h2 + p')!.textContent,
      tours: [...li.querySelectorAll('tbody tr')].map((ligne) => {
        const [tour, table, avec] = [...ligne.querySelectorAll('td')]
        const noms = [...avec!.querySelectorAll('.autre')].map((autre) => autre.textContent.split(',')[0]!.trim())
        return { tour: Number(tour!.textContent), table: table!.textContent.trim(), avec: noms }
      })
    }))
  )

test.each([
  [8, 7],
  [21, 6],
  [45, 8]
])(
  'R-099 · %i personnes qui ont dit venir, %i tours : sur les feuilles, nul ne se revoit, nul ne manque, les pauses sont partagées',
  async (nombre, tours) => {
    const { page, finir } = await visite({ chez: serveur.adresse })
    await entrerChez(page, 'cergy')
    if (nombre === 8) await importerCarnet(page, INVITES, STRUCTURES)
    const seance = await uneSalle(page, nombre, 2050 + nombre)
    await page.goto(`${seance}/rencontres`)
    await page.getByLabel('Combien de tours').fill(String(tours))
    await page.getByRole('button', { name: 'Composer les tours' }).click()
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${nombre}\\spersonnes, ${tours}\\stours`) }).waitFor()
    if (nombre > 8) await page.getByText('toutes entre personnes qui ne se connaissaient pas').waitFor()
    await verifierPage(page)
    await page.goto(`${seance}/rencontres/feuilles`)
    await page.getByRole('heading', { level: 1, name: `${nombre} badges et leurs feuilles` }).waitFor()
    const lues = await feuilles(page)
    expect(new Set(lues.map(({ nom }) => nom)).size).toBe(nombre)
    const deQui = new Map(lues.map(({ nom, structure }) => [nom, structure]))
    const pauses: number[] = []
    for (const { nom, structure, tours: siens } of lues) {
      expect(siens.map(({ tour }) => tour)).toEqual(Array.from({ length: tours }, (_, rang) => rang + 1))
      const vus = siens.flatMap(({ avec }) => avec)
      expect(new Set(vus).size, `${nom} ne revoit personne`).toBe(vus.length)
      expect(vus).not.toContain(nom)
      // eight people who all meet each other have no choice
      if (nombre > 8)
        expect(
          vus.map((vu) => deQui.get(vu)),
          `${nom} sort de chez soi`
        ).not.toContain(structure)
      pauses.push(siens.filter(({ avec }) => avec.length === 0).length)
      for (const { tour, table, avec } of siens)
        for (const autre of avec) {
          const sienne = lues.find((lue) => lue.nom === autre)!.tours.find((lui) => lui.tour === tour)!
          expect([sienne.table, sienne.avec], `tour ${tour}, ${nom} et ${autre}`).toEqual([table, [nom]])
        }
    }
    expect(Math.max(...pauses) - Math.min(...pauses), 'les pauses sont partagées').toBeLessThanOrEqual(1)
    expect(pauses.reduce((somme, n) => somme + n, 0)).toBe(nombre % 2 === 0 ? 0 : tours)
    await verifierPage(page)
    const adresse = (await page.getByRole('link', { name: 'Tout en PDF' }).getAttribute('href'))!
    const pdf = await (await page.request.get(adresse)).body()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await finir()
  },
  180_000
)
