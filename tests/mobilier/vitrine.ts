import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import type * as ModuleServeur from './serveur.ts'
import { build, type InlineConfig } from 'vite'

export const PAGES = ['espace', 'saisie', 'public'] as const
export type NomPage = (typeof PAGES)[number]

const ICI = import.meta.dirname
const ADRESSE = 'http://mobilier.test'
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
// the policy of the product: no script, style or font from elsewhere, nothing inline
const POLITIQUE = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"

/** Builds the showcase once; answers how to get each page as HTML, how to open it in a browser, and how to clean up. */
export async function construire() {
  const dossier = await mkdtemp(join(tmpdir(), 'mobilier-'))
  const commun = {
    configFile: false,
    root: resolve(ICI, '../..'),
    logLevel: 'error',
    plugins: [svelte({ configFile: false })]
  } satisfies InlineConfig
  const sortie = (nom: string) => ({
    entryFileNames: `${nom}.js`,
    assetFileNames: '[name][extname]',
    chunkFileNames: '[name].js'
  })
  await build({
    ...commun,
    build: {
      outDir: join(dossier, 'client'),
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(ICI, 'client.ts'), output: sortie('client') }
    }
  })
  await build({
    ...commun,
    ssr: { noExternal: true },
    build: {
      outDir: join(dossier, 'serveur'),
      ssr: true,
      rolldownOptions: { input: { serveur: join(ICI, 'serveur.ts') }, output: sortie('serveur') }
    }
  })
  const { rendre } = (await import(pathToFileURL(join(dossier, 'serveur/serveur.js')).href)) as typeof ModuleServeur

  const html = (page: NomPage, script: boolean): string => {
    const { head, body } = rendre(page)
    const suite = script ? '<script type="module" src="/client.js"></script>' : ''
    return `<!doctype html><html lang="fr" data-page="${page}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${head}<link rel="stylesheet" href="/style.css">${suite}</head><body>${body}</body></html>`
  }

  /** Opens a page as the product would serve it; `repondre` plays the server for what forms send. */
  async function ouvrir(
    navigateur: Browser,
    nom: NomPage,
    options: BrowserContextOptions & { script?: boolean } = {}
  ): Promise<Page> {
    const { script = true, ...reste } = options
    const contexte = await navigateur.newContext({ javaScriptEnabled: script, ...reste })
    const page = await contexte.newPage()
    await page.route(`${ADRESSE}/**`, async (route) => {
      const chemin = new URL(route.request().url()).pathname
      if (chemin === '/')
        return route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': POLITIQUE },
          body: html(nom, script)
        })
      const fichier = join(dossier, 'client', chemin)
      if (!existsSync(fichier)) return route.fulfill({ status: 404, body: '' })
      return route.fulfill({ contentType: TYPES[extname(chemin)] ?? 'text/plain', body: await readFile(fichier) })
    })
    await page.goto(`${ADRESSE}/`)
    if (script) await page.waitForSelector('html[data-pret]', { state: 'attached' })
    await page.evaluate('document.fonts.ready')
    return page
  }

  return { html: (page: NomPage) => html(page, false), ouvrir, nettoyer: () => rm(dossier, { recursive: true, force: true }) }
}

/** A Chrome or Chromium of this machine; without one, a sentence that says what to do. */
export async function ouvrirNavigateur(): Promise<Browser> {
  const lieux = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  ]
  const executablePath = [process.env['TISSERAND_NAVIGATEUR'], ...lieux].find((lieu) => lieu && existsSync(lieu))
  if (!executablePath)
    throw new Error(
      'Aucun Chrome ni Chromium sur cette machine : installez-en un, ou donnez son chemin dans TISSERAND_NAVIGATEUR.'
    )
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

/** `node tests/mobilier/vitrine.ts DOSSIER` : photographie le mobilier, large, moyen, étroit, sombre et imprimé. */
async function photographier(vers: string) {
  await mkdir(vers, { recursive: true })
  const vitrine = await construire()
  const navigateur = await ouvrirNavigateur()
  try {
    for (const nom of PAGES) {
      await writeFile(join(vers, `${nom}.html`), vitrine.html(nom))
      for (const largeur of [1440, 768, 360]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await vitrine.ouvrir(navigateur, nom, { viewport: { width: largeur, height: 1000 }, colorScheme })
          await page.screenshot({ path: join(vers, `${nom}-${largeur}-${colorScheme}.png`), fullPage: true })
          if (largeur === 1440)
            await page.pdf({
              path: join(vers, `${nom}-${colorScheme}.pdf`),
              format: 'A4',
              margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' }
            })
          await page.context().close()
        }
      }
    }
  } finally {
    await navigateur.close()
    await vitrine.nettoyer()
  }
}

if (process.argv[1] === import.meta.filename) await photographier(resolve(process.argv[2] ?? 'photos'))
