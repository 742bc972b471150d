import { error } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { ecrireAnnuaire, FORMATS_D_ANNUAIRE } from '#domaines/partenaires/exports.server.ts'
import { listerAnnuaire } from '#domaines/partenaires/queries/annuaire.server.ts'
import { joindre } from '../../fichier.server.ts'
import { lire } from '../../../session.server.ts'
import type { RequestHandler } from './$types'

/** The whole directory, as a spreadsheet or as text in columns, that can be brought back. */
export const GET: RequestHandler = async ({ params: { tableur }, locals }) => {
  const type = FORMATS_D_ANNUAIRE.get(tableur)
  if (type === undefined) error(404, 'Ce fichier n’existe pas.', {})
  const octets = await ecrireAnnuaire(await lire(locals, listerAnnuaire), tableur)
  return joindre({ nom: `annuaire-${jourDe(locals.maintenant)}.${tableur}`, octets }, type)
}
