import { GENRES } from '#platform/fichiers.ts'
import { lireFichier } from '#platform/fichiers.server.ts'
import { lireHabillage } from '#domaines/actions/queries/habillage.server.ts'
import { nommer } from '../../fichier.server.ts'
import { entrer, lire } from '../../../session.server.ts'
import type { RequestHandler } from './$types'

/** The logo of the territory's documents, to its members; 404 when it has none. */
export const GET: RequestHandler = async ({ locals, request }) => {
  const { perimetre } = entrer(locals)
  const { empreinte, genre, taille, nomFichier } = await lire(locals, async (db) => (await lireHabillage(db, perimetre)).logo)
  const etag = `"${empreinte}"`
  const entetes = { etag, 'cache-control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: entetes })
  return new Response(lireFichier(perimetre, empreinte, taille), {
    headers: {
      ...entetes,
      'content-type': GENRES[genre].type,
      'content-length': String(taille),
      'content-disposition': nommer('inline', nomFichier),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox"
    }
  })
}
