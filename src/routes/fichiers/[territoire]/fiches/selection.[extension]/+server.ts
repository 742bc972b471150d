import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import {
  FORMATS,
  FORMATS_DE_DOCUMENT,
  produireSelection,
  produireTableur,
  TYPES_DE_FICHIER
} from '#domaines/actions/exports/produire.server.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/**
 * The fiches that the portfolio shows at the same query: `selection.docx` or `selection.pdf`, two hundred at most; `selection.xlsx`, all of
 * them, in the columns that are imported.
 */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const format = FORMATS.find((candidat) => candidat === params.extension)
  const document = FORMATS_DE_DOCUMENT.find((candidat) => candidat === params.extension)
  if (!format || !(document || format === 'xlsx')) error(404, 'Ce fichier n’existe pas.', {})
  const vue = lireVue(url.searchParams)
  const jour = jourDe(locals.maintenant)
  const fichier = await lire(locals, (db, perimetre) =>
    document ? produireSelection(db, perimetre, vue, document, jour) : produireTableur(db, perimetre, vue, jour)
  )
  return joindre(fichier, TYPES_DE_FICHIER[format])
}
