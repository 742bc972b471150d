import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request, type Response } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFailed } from 'vitest'
import { fautesDeVnu } from './vnu.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // what the framework writes: comments and attribute order mean nothing to a reader
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'no-inline-style': 'off',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    'no-raw-characters': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-implicit-button-type': 'off',
    // boxes of one name are a list
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }]
  }
})

/** The last document that each page was sent. */
const documents = new WeakMap<Page, Response>()

/** What a page did last, said when its journey fails: where it stands, what it waits for, what it was answered. */
function tenirLeJournal(page: Page): { enChemin: () => string[] } {
  const derniers: string[] = []
  const attendues = new Map<Request, string>()
  const debut = Date.now()
  const noter = (ligne: string) => {
    derniers.push(`${((Date.now() - debut) / 1000).toFixed(1)} s ${ligne}`)
    if (derniers.length > 30) derniers.shift()
  }
  page.on('request', (requete) => {
    const dite = `${requete.method()} ${requete.url()}`
    attendues.set(requete, dite)
    if (['document', 'fetch', 'xhr'].includes(requete.resourceType())) noter(`demande ${dite}`)
  })
  page.on('requestfailed', (requete) => {
    noter(`manquée ${attendues.get(requete)} : ${requete.failure()?.errorText}`)
    attendues.delete(requete)
  })
  page.on('requestfinished', (requete) => attendues.delete(requete))
  page.on('response', (reponse) => reponse.status() >= 300 && noter(`réponse ${reponse.status()} ${reponse.url()}`))
  page.on('framenavigated', (cadre) => noter(`page ${cadre.url()}`))
  page.on('console', (message) => noter(`console ${message.text()}`))
  onTestFailed(() => {
    console.log([`${page.url()} ; attend encore : ${[...attendues.values()].join(', ') || 'rien'}`, ...derniers].join('\n'))
  })
  return {
    enChemin: () => [...attendues].filter(([requete]) => requete.isNavigationRequest()).map(([, dite]) => dite)
  }
}

/** A browser for the file; each visit is a new person, whose console must stay silent and who must meet no other host. */
export function visites() {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('navigateur'),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
    })
  })
  afterAll(() => browser.close())
  return async function visite(
    options: BrowserContextOptions & { chez?: string; attendues?: RegExp } = {}
  ): Promise<{ page: Page; adresse: string; finir: () => Promise<void> }> {
    const { chez = inject('adresse'), attendues, ...contexte } = options
    const context = await browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
      baseURL: chez,
      ...contexte
    })
    const page = await context.newPage()
    const { enChemin } = tenirLeJournal(page)
    const plaintes: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !attendues?.test(message.text())) plaintes.push(`${page.url()} : ${message.text()}`)
    })
    page.on('pageerror', (error) => plaintes.push(`${page.url()} : ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(chez) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
        plaintes.push(`autre hôte : ${request.url()}`)
    })
    page.on('response', (reponse) => {
      if (reponse.request().isNavigationRequest() && reponse.frame() === page.mainFrame()) documents.set(page, reponse)
    })
    return {
      page,
      adresse: chez,
      finir: async () => {
        expect(plaintes).toEqual([])
        // a browser closed between two pages may never answer again
        await expect.poll(enChemin).toEqual([])
        await page.waitForLoadState()
        await context.close()
      }
    }
  }
}

/** The page as a checker of accessibility and two of HTML see it: no violation, no error. */
export async function verifierPage(page: Page): Promise<void> {
  // what a program says to itself is not read by anybody
  expect(await page.locator('body').innerText(), page.url()).not.toMatch(/\\u[0-9a-f]{4}|&nbsp;|\bundefined\b|\[object /)
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run({ resultTypes: ['violations'] })).violations.map(
      ({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 160)}`
    )
  })
  expect(violations, page.url()).toEqual([])
  const rapport = await html.validateString(await page.content())
  expect(
    rapport.results.flatMap((resultat) =>
      resultat.messages
        .filter(({ severity }) => severity === 2)
        // the hidden fields of one name are a list too, which the rule has no word for
        .filter(({ ruleId, message }) => ruleId !== 'form-dup-name' || !/"(?:ordre|ecartes)"/.test(message))
        .map(({ ruleId, message, line }) => `${line} ${ruleId} : ${message}`)
    ),
    page.url()
  ).toEqual([])
  const vnu = inject('vnu')
  if (vnu) {
    expect(await fautesDeVnu(vnu, await page.content()), page.url()).toEqual([])
    // what the server sent, before a browser mends it
    const envoye = documents.get(page)
    if (envoye?.url() === page.url())
      expect(await fautesDeVnu(vnu, await envoye.text()), `${page.url()}, tel qu’envoyé`).toEqual([])
  }
  const debord = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(debord, `${page.url()} déborde de l’écran`).toBeLessThanOrEqual(0)
}

/** Enters the demonstration of a territory from the home page. */
export async function entrerChez(page: Page, slug: string): Promise<void> {
  await page.goto('/')
  await page.locator(`button[value="${slug}"]`).click()
  await page.waitForURL(`**/${slug}`)
}
