import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { produireFiche, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { lirePageFiche } from '#domaines/actions/queries/page.server.ts'
import { joindre } from '../../../fichier.server.ts'
import { lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** One fiche as a document: `<id>.docx` or `<id>.pdf`, under the title of the contract it stands in. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const [id, extension] = params.fichier.split('.')
  const format = (['docx', 'pdf'] as const).find((candidat) => candidat === extension)
  if (!format || !/^[0-9a-f-]{36}$/.test(id ?? '')) error(404, 'Ce fichier n’existe pas.', {})
  const jour = jourDe(locals.maintenant)
  const fichier = await lire(locals, async (db, perimetre) => {
    const page = await lirePageFiche(db, perimetre, id!, jour, null)
    return page?.contrat ? produireFiche(db, perimetre, page.contrat.id, id!, format, jour) : null
  })
  return joindre(fichier, TYPES_DE_FICHIER[format])
}
