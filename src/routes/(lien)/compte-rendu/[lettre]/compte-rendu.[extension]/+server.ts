import { error } from '@sveltejs/kit'
import { produireCompteRendu } from '#domaines/instances/exports/compte-rendu.server.ts'
import { FORMATS_DE_DOCUMENT, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { ouvrirLecture } from '#platform/db.server.ts'
import { joindre } from '../../../../fichiers/fichier.server.ts'
import { lireLeRendu, ouvrirCompteRendu } from '../../../rendu.server.ts'
import type { RequestHandler } from './$types'

/** The minutes as a file, from the link of their letter: `compte-rendu.docx` or `compte-rendu.pdf`. */
export const GET: RequestHandler = async (event) => {
  const format = FORMATS_DE_DOCUMENT.find((candidat) => candidat === event.params.extension)
  if (!format) error(404, 'Ce fichier n’existe pas.', {})
  const { appel, objet } = lireLeRendu(await ouvrirCompteRendu(event, event.params.lettre))
  const fichier = await ouvrirLecture(appel.perimetre)((db) =>
    produireCompteRendu(db, appel.perimetre, objet.rendu.seanceId, format)
  )
  return joindre(fichier!, TYPES_DE_FICHIER[format])
}
