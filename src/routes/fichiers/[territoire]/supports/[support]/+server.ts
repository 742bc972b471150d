import { trouverSupport } from '#domaines/instances/queries/supports.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { servir } from '../../../servir.server.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** The file of a document of a meeting; to members of the territory. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
  const { perimetre } = entrer(locals)
  return servir(perimetre, await lire(locals, (db) => trouverSupport(db, perimetre, idDe(params.support))), request)
}
