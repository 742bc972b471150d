import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { construire, ouvrirNavigateur, type NomPage } from './vitrine.ts'

/** The showcase, built once for this file, and a browser to open it in. */
export function vitrineDEssai() {
  let vitrine: Awaited<ReturnType<typeof construire>>
  let navigateur: Browser

  beforeAll(async () => {
    vitrine = await construire()
    navigateur = await ouvrirNavigateur()
  }, 60_000)
  afterAll(async () => {
    await navigateur?.close()
    await vitrine?.nettoyer()
  })

  /** Opens a page, acts, closes; fails on anything the content policy or the page itself complained of. */
  async function sur(
    nom: NomPage,
    options: Parameters<Awaited<ReturnType<typeof construire>>['ouvrir']>[2],
    agir: (page: Page) => Promise<void>
  ) {
    const page = await vitrine.ouvrir(navigateur, nom, options)
    const plaintes: string[] = []
    page.on('pageerror', (erreur) => plaintes.push(erreur.message))
    page.on(
      'console',
      (message) => message.type() === 'error' && !/ERR_|status of/.test(message.text()) && plaintes.push(message.text())
    )
    await agir(page)
    await page.context().close()
    expect(plaintes).toEqual([])
  }

  return { html: (nom: NomPage) => vitrine.html(nom), sur }
}
