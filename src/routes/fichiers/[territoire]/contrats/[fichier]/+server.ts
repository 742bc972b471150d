import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { FORMATS, produireContrat, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** A contract as a file: `<id>.docx`, `.pdf`, `.xlsx` or `.json`. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const [id, extension] = params.fichier.split('.')
  const format = FORMATS.find((candidat) => candidat === extension)
  if (!format || !/^[0-9a-f-]{36}$/.test(id ?? '')) error(404, 'Ce fichier n’existe pas.', {})
  const fichier = await lire(locals, (db, perimetre) => produireContrat(db, perimetre, id!, format, jourDe(locals.maintenant)))
  return joindre(fichier, TYPES_DE_FICHIER[format])
}
