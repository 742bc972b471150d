import { GENRES } from '#platform/fichiers.ts'
import { lireFichier } from '#platform/fichiers.server.ts'
import { trouverVersion } from '#domaines/actions/queries/pieces.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { nommer } from '../../../fichier.server.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** What a browser may do with a document that it opens here: nothing but show it. Its own PDF reader works in no sandbox. */
const ENFERME = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
const LECTEUR_PDF = "frame-ancestors 'none'"

/** One version of an attached document, as it was sent; to members of the territory. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
  const { perimetre } = entrer(locals)
  const { genre, nomFichier, taille, empreinte, jeu } = await lire(locals, (db) =>
    trouverVersion(db, perimetre, idDe(params.fichier))
  )
  const etag = `"${empreinte}"`
  const entetes = { etag, 'cache-control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: entetes })
  const { type, ouvert } = GENRES[genre]
  return new Response(lireFichier(perimetre, empreinte, taille), {
    headers: {
      ...entetes,
      'content-type': jeu ? `${type}; charset=${jeu}` : type,
      'content-length': String(taille),
      'content-disposition': nommer(ouvert ? 'inline' : 'attachment', nomFichier),
      'content-security-policy': genre === 'pdf' ? LECTEUR_PDF : ENFERME
    }
  })
}
