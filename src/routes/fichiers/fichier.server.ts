import { log } from '#platform/log.server.ts'
import { enZip } from '#platform/zip.server.ts'
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

/** Files made one after the other, sent as they are made in an archive to keep; who stops the download stops the making. */
export function joindreArchive(nom: string, faire: (arret: AbortSignal) => AsyncIterable<Fichier>): Response {
  const arret = new AbortController()
  const archive = enZip(faire(arret.signal))
  const flux = new ReadableStream<Uint8Array>({
    pull: async (sortie) => {
      try {
        const { done, value } = await archive.next()
        if (done) sortie.close()
        else sortie.enqueue(value)
      } catch (faute) {
        if (arret.signal.aborted) return
        log().error({ error: faute, nom }, 'an archive stopped before its end')
        sortie.error(faute)
      }
    },
    cancel: () => arret.abort()
  })
  return new Response(flux, { headers: { 'content-type': 'application/zip', 'content-disposition': nommer('attachment', nom) } })
}
