import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { FORMATS, FORMATS_DE_DOCUMENT, produireTableur, TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { partager, produirePart, produireParts, type Ici } from '#domaines/actions/exports/selection.server.ts'
import { choisirFiches } from '#domaines/actions/queries/impression.server.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { joindre, joindreArchive } from '../../../fichier.server.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/**
 * The fiches that the portfolio shows at the same query: `selection.docx` or `selection.pdf`, one document or, past two hundred fiches, an
 * archive of several, written as they are made; `selection.xlsx`, all of them, in the columns that are imported.
 */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const format = FORMATS.find((candidat) => candidat === params.extension)
  const document = FORMATS_DE_DOCUMENT.find((candidat) => candidat === params.extension)
  if (!format || !(document || format === 'xlsx')) error(404, 'Ce fichier n’existe pas.', {})
  const vue = lireVue(url.searchParams)
  const jour = jourDe(locals.maintenant)
  if (!document)
    return joindre(await lire(locals, (db, perimetre) => produireTableur(db, perimetre, vue, jour)), TYPES_DE_FICHIER[format])
  const parts = partager(await lire(locals, (db, perimetre) => choisirFiches(db, perimetre, vue, jour)), jour, document)
  const ici: Ici = { perimetre: entrer(locals).perimetre, lire: (requete) => lire(locals, requete) }
  const nom = `${params.territoire}-fiches-actions`
  return parts.length > 1
    ? joindreArchive(`${nom}.zip`, (arret) => produireParts(ici, parts, arret))
    : joindre({ nom: `${nom}.${document}`, octets: await produirePart(ici, parts[0]!) }, TYPES_DE_FICHIER[format])
}
