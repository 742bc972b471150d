import { error } from '@sveltejs/kit'
import { produireCompteRendu } from '#domaines/instances/exports/compte-rendu.server.ts'
import { FORMATS_DE_DOCUMENT, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** The minutes of a meeting as a file: `<id>.docx` or `<id>.pdf`. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const format = FORMATS_DE_DOCUMENT.find((candidat) => candidat === params.extension)
  if (!format) error(404, 'Ce fichier n’existe pas.', {})
  return joindre(
    await lire(locals, (db, perimetre) => produireCompteRendu(db, perimetre, idDe(params.seance), format)),
    TYPES_DE_FICHIER[format]
  )
}
