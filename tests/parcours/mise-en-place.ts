import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../scripts/browser.ts'
import { launchServer } from './serveur.ts'
import { lancerVnu } from './vnu.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    adresse: string
    navigateur: string
    vnu: string | null
  }
}

/** The real product, built, with its demonstration, on a folder of its own: journeys share it and each makes what it needs. */
export async function setup(project: TestProject) {
  const navigateur = await findBrowser()
  if (!navigateur) throw new Error('Aucun navigateur : installez Chrome ou Chromium pour jouer les parcours.')
  const vnu = await lancerVnu()
  const serveur = await launchServer({ TISSERAND_DEMO: 'oui' }).catch((faute: unknown) => {
    vnu?.stop()
    throw faute
  })
  project.provide('adresse', serveur.adresse)
  project.provide('navigateur', navigateur)
  project.provide('vnu', vnu?.adresse ?? null)
  return () => {
    vnu?.stop()
    return serveur.stop()
  }
}
