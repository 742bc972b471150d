import { GENRES, type GenreFichier } from '#platform/fichiers.ts'
import { lireFichier } from '#platform/fichiers.server.ts'
import type { Perimetre } from '#platform/acteur.ts'
import { nommer } from './fichier.server.ts'

/** What a browser may do with a document that it opens here: nothing but show it. Its own PDF reader works in no sandbox. */
const ENFERME = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
const LECTEUR_PDF = "frame-ancestors 'none'"

export type FichierGarde = { genre: GenreFichier; nomFichier: string; taille: number; empreinte: string; jeu: string | null }

/** A kept file, as it was sent; 304 when who asks has it already. */
export function servir(
  perimetre: Perimetre,
  { genre, nomFichier, taille, empreinte, jeu }: FichierGarde,
  request: Request
): Response {
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
