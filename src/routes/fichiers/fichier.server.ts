import type { Fichier } from '#domaines/actions/exports/produire.server.ts'

/** The header that names a file, in any alphabet: « inline » to open it on the spot, « attachment » to keep it. */
export const nommer = (sorte: 'inline' | 'attachment', nom: string): string => {
  const simple = nom.normalize('NFD').replace(/[^ -~]|["\\]/g, '')
  const exact = encodeURIComponent(nom).replace(/['()*]/g, (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${sorte}; filename="${simple}"; filename*=UTF-8''${exact}`
}

/** A file to keep, or to open on the spot, under a name that says what it is. */
export function joindre({ nom, octets }: Fichier, type: string, sorte: 'attachment' | 'inline' = 'attachment'): Response {
  return new Response(octets as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `${sorte}; filename="${nom}"`,
      'content-length': String(octets.length)
    }
  })
}
