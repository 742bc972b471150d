import { trouverVersion } from '#domaines/actions/queries/pieces.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { servir } from '../../../servir.server.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** One version of an attached document, as it was sent; to members of the territory. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
  const { perimetre } = entrer(locals)
  return servir(perimetre, await lire(locals, (db) => trouverVersion(db, perimetre, idDe(params.fichier))), request)
}
