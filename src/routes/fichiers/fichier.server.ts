import type { Fichier } from '#domaines/actions/exports/produire.server.ts'

/** A file to keep, under a name that says what it is. */
export function joindre({ nom, octets }: Fichier, type: string): Response {
  return new Response(octets as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${nom}"`,
      'content-length': String(octets.length)
    }
  })
}
