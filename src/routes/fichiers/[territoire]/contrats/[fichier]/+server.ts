import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import {
  EXTRAITS,
  FORMATS,
  FORMATS_DE_DOCUMENT,
  produireContrat,
  produireExtrait,
  TYPES_DE_FICHIER
} from '#domaines/actions/exports/produire.server.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/**
 * A contract as a file: `<id>.docx`, `.pdf`, `.xlsx` or `.json`; its summary, its signature page, its answer to the regional plan:
 * `<id>-resume.pdf`, `<id>-signature.docx`, `<id>-alignement.pdf`.
 * With `?voir`, a PDF opens on the spot.
 */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  const [, id = '', suite, extension] = /^([0-9a-f-]{36})(?:-([a-z]+))?\.([a-z]+)$/.exec(params.fichier) ?? []
  const format = FORMATS.find((candidat) => candidat === extension)
  const extrait = EXTRAITS.find((candidat) => candidat === suite)
  const document = FORMATS_DE_DOCUMENT.find((candidat) => candidat === extension)
  if (!format || (suite !== undefined && !(extrait && document))) error(404, 'Ce fichier n’existe pas.', {})
  const jour = jourDe(locals.maintenant)
  const fichier = await lire(locals, (db, perimetre) =>
    extrait && document
      ? produireExtrait(db, perimetre, id, extrait, document, jour)
      : produireContrat(db, perimetre, id, format, jour)
  )
  return joindre(fichier, TYPES_DE_FICHIER[format], format === 'pdf' && url.searchParams.has('voir') ? 'inline' : 'attachment')
}
