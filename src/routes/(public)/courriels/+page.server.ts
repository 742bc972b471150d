import { error } from '@sveltejs/kit'
import { join } from 'node:path'
import { base } from '#platform/db.server.ts'
import { lireBoite } from '#platform/courrier.server.ts'
import { listerTerritoires } from '#domaines/territoires/queries.server.ts'
import { boiteVisible, dossierDesDonnees } from '../../lieu.server.ts'
import type { PageServerLoad } from './$types'

/** Letters hold links that open sessions: shown on this machine only, and only while every territory is a demonstration. */
export const load: PageServerLoad = async () => {
  const toutes = boiteVisible() && (await listerTerritoires(base().db)).every((territoire) => territoire.demonstration)
  if (!toutes) error(404, 'Cette page n’existe pas.', {})
  return {
    messages: (await lireBoite(join(dossierDesDonnees(), 'courriels'))).map(({ a, objet, texte, quand }) => ({
      a,
      objet,
      texte,
      quand
    }))
  }
}
