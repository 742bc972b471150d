import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chargerGeographie } from '../src/domaines/territoires/imports.server.ts'
import { joinEmbedded } from '../src/platform/embedded/server.server.ts'
import { migrer } from '../src/platform/migrer.server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    proprietaire: string
    application: string
  }
}

/** One real PostgreSQL for the run, migrated and with its geography: each worker copies it (see base.ts). */
export async function setup(project: TestProject) {
  const dossier = await mkdtemp(join(tmpdir(), 'tisserand-test-'))
  const serveur = await joinEmbedded(dossier)
  await migrer(serveur.owner, serveur.application)
  await chargerGeographie(serveur.owner)
  project.provide('proprietaire', serveur.owner)
  project.provide('application', serveur.application)
  return async () => {
    await serveur.leave()
    await rm(dossier, { recursive: true, force: true })
  }
}
