import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { FORMATS_DE_DOCUMENT, produireFiche, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** One fiche as a document: `<id>.docx` or `<id>.pdf`, under the title of the contract it stands in. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const [id, extension] = params.fichier.split('.')
  const format = FORMATS_DE_DOCUMENT.find((candidat) => candidat === extension)
  if (!format || !/^[0-9a-f-]{36}$/.test(id ?? '')) error(404, 'Ce fichier n’existe pas.', {})
  const fichier = await lire(locals, (db, perimetre) => produireFiche(db, perimetre, id!, format, jourDe(locals.maintenant)))
  return joindre(fichier, TYPES_DE_FICHIER[format])
}
