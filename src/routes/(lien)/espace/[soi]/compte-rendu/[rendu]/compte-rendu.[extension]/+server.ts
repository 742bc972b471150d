import { error } from '@sveltejs/kit'
import { produireCompteRendu } from '#domaines/instances/exports/compte-rendu.server.ts'
import { FORMATS_DE_DOCUMENT, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { ouvrirLecture } from '#platform/db.server.ts'
import { joindre } from '../../../../../../fichiers/fichier.server.ts'
import { ouvrirSonRendu } from '../../../../../espace.server.ts'
import type { RequestHandler } from './$types'

/** The minutes as a file, from the page of who was sent them. */
export const GET: RequestHandler = async (event) => {
  const format = FORMATS_DE_DOCUMENT.find((candidat) => candidat === event.params.extension)
  if (!format) error(404, 'Ce fichier n’existe pas.', {})
  const { appel, rendu } = await ouvrirSonRendu(event, event.params.soi, event.params.rendu)
  const fichier = await ouvrirLecture(appel.perimetre)((db) => produireCompteRendu(db, appel.perimetre, rendu.seanceId, format))
  return joindre(fichier!, TYPES_DE_FICHIER[format])
}
