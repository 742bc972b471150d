import ICAL from 'ical.js'
import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { FACONS, pointer, type Mains } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'
import type { Page } from 'playwright-core'

const visite = visites()
const SANS_SCRIPT: [facon: string, contexte: BrowserContextOptions, mains: (page: Page) => Mains] = [
  'sans script',
  { javaScriptEnabled: false },
  () => pointer
]

/** The entries of a followed calendar, as a program reads them. */
async function relire(page: Page, adresse: string) {
  const reponse = await page.request.get(adresse)
  if (reponse.status() !== 200) return { statut: reponse.status(), titres: [] as string[], etiquette: '' }
  const calendrier = new ICAL.Component(ICAL.parse(await reponse.text()))
  const titres = calendrier
    .getAllSubcomponents('vevent')
    .map((brut) => `${new ICAL.Event(brut).startDate.toString()} ${new ICAL.Event(brut).summary}`)
  return { statut: 200, titres, etiquette: reponse.headers()['etag']! }
}

test.each([...FACONS, SANS_SCRIPT])(
  '%s, toutes les séances se voient dans un agenda, que l’on suit depuis le sien par une adresse secrète',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ ...contexte, attendues: /404/ })
    const { activer, choisir, ecrire } = tenir(page)
    const controler = async () => {
      if (contexte.javaScriptEnabled !== false) await verifierPage(page)
    }
    // each way has its own year, and its own meeting
    const annee = 2060 + [...FACONS, SANS_SCRIPT].findIndex(([dite]) => dite === facon)
    // no blank before its first accent: typed in a closed list, a blank would unfold it
    const instance = 'Référents santé des services'
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/instances')
    await activer(page.getByRole('link', { name: instance }))
    await page.getByRole('heading', { level: 1, name: instance }).waitFor()
    const pli = page.locator('#seances details').filter({ has: page.getByLabel('Jour') })
    if ((await pli.getAttribute('open')) === null) await activer(pli.locator('summary'))
    await ecrire(page.getByLabel('Jour'), `12/05/${annee}`)
    await ecrire(page.getByLabel('Heure'), '18 h')
    await activer(page.getByRole('button', { name: 'Prévoir la séance' }))
    await page.getByRole('link', { name: new RegExp(`^\\S+ 12 mai ${annee}`) }).waitFor()

    await page.goto('/cergy/instances')
    await activer(page.getByRole('link', { name: 'Agenda', exact: true }))
    await page.getByRole('heading', { level: 1, name: /en douze mois/ }).waitFor()
    await controler()
    await page.goto(`/cergy/instances/agenda?mois=${annee}-04`)
    await activer(page.getByRole('link', { name: `Mai ${annee}`, exact: true }))
    await page
      .getByRole('heading', { level: 2, name: `Mai ${annee}` })
      .first()
      .waitFor()
    if (contexte.viewport?.width !== 360)
      await page
        .getByRole('table')
        .getByRole('link', { name: /18\sh Référents santé/ })
        .waitFor()
    await page.getByRole('link', { name: new RegExp(`12 mai ${annee} à 18`) }).waitFor()
    await controler()
    await choisir(page.getByLabel('Instance', { exact: true }), 'Comité de pilotage du CLS')
    await activer(page.getByRole('button', { name: 'Appliquer' }))
    await page.getByRole('heading', { level: 1, name: /^Aucune séance en douze mois, Comité/ }).waitFor()
    await controler()
    await activer(page.getByRole('link', { name: 'Tout afficher' }))
    await page.getByRole('heading', { level: 1, name: /séances? en douze mois$/ }).waitFor()
    await choisir(page.getByLabel('Ce que vous voulez suivre'), instance)
    await activer(page.getByRole('button', { name: 'Recevoir une adresse' }))
    await page.getByText('Voici votre adresse').waitFor()
    const adresse = await page.getByLabel('L’adresse à copier').inputValue()
    expect(adresse).toMatch(/\/agenda\/[\w-]{43}\.ics$/)
    await controler()
    const lu = await relire(page, adresse)
    expect(lu.titres).toContain(`${annee}-05-12T16:00:00Z ${instance}`)
    const pareil = await page.request.get(adresse, { headers: { 'if-none-match': lu.etiquette } })
    expect(pareil.status(), 'rien n’a changé').toBe(304)

    await activer(page.getByRole('button', { name: /^Changer l’adresse/ }).first())
    await expect.poll(async () => page.getByLabel('L’adresse à copier').inputValue()).not.toBe(adresse)
    const neuve = await page.getByLabel('L’adresse à copier').inputValue()
    expect((await relire(page, adresse)).statut, 'l’ancienne est éteinte').toBe(404)
    expect((await relire(page, neuve)).titres).toEqual(lu.titres)
    const morte = await page.goto(adresse)
    expect(morte!.status()).toBe(404)
    await page.getByText('Cette adresse d’agenda ne s’ouvre pas, ou plus.').waitFor()

    await page.goto('/cergy/instances/agenda')
    await activer(page.getByRole('button', { name: /^Arrêter/ }).first())
    await page.getByText('Une adresse secrète que votre agenda relit').waitFor()
    expect(await page.getByRole('button', { name: /^Arrêter/ }).count()).toBe(0)
    expect((await relire(page, neuve)).statut).toBe(404)
    await finir()
  },
  120_000
)
