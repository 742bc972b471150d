import { brancherConsequences } from '#platform/commande.server.ts'
import { installerBase, ouvrirBase, type Base } from '#platform/db.server.ts'
import { joinEmbedded } from '#platform/embedded/server.server.ts'
import type { Settings } from '#platform/env.server.ts'
import { installerTravaux } from '#platform/jobs.server.ts'
import { migrer } from '#platform/migrer.server.ts'
import { chargerGeographie } from '#domaines/territoires/imports.server.ts'
import { CONSEQUENCES } from './consequences.server.ts'

export type BasePrete = { application: string; proprietaire: string; quitter(): Promise<void> }

/** Makes the database ready for a process: embedded or the one of DATABASE_URL, schema up to date, queue, reference geography. */
export async function preparerBase(
  settings: Pick<Settings, 'DATABASE_URL' | 'DATABASE_URL_MIGRATIONS' | 'dossier'>
): Promise<BasePrete> {
  const { DATABASE_URL: application, DATABASE_URL_MIGRATIONS: proprietaire } = settings
  const serveur = application
    ? { application, owner: proprietaire ?? application, leave: async () => {} }
    : await joinEmbedded(settings.dossier)
  try {
    await migrer(serveur.owner, serveur.application)
    await installerTravaux(serveur.owner)
    await chargerGeographie(serveur.owner)
    return { application: serveur.application, proprietaire: serveur.owner, quitter: serveur.leave }
  } catch (error) {
    await serveur.leave()
    throw error
  }
}

/** Gives this process its pool and its table of consequences. */
export function ouvrirProcessus(application: string): Base {
  const base = ouvrirBase(application)
  installerBase(base)
  brancherConsequences(CONSEQUENCES)
  return base
}
