import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { FORMATS_DE_DOCUMENT, produireSelection, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** The fiches that the portfolio shows at the same query, as one document: `selection.docx` or `selection.pdf`. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const format = FORMATS_DE_DOCUMENT.find((candidat) => candidat === params.extension)
  if (!format) error(404, 'Ce fichier n’existe pas.', {})
  const vue = lireVue(url.searchParams)
  const fichier = await lire(locals, (db, perimetre) => produireSelection(db, perimetre, vue, format, jourDe(locals.maintenant)))
  return joindre(fichier, TYPES_DE_FICHIER[format])
}
