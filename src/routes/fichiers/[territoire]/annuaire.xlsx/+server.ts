import { jourDe } from '#platform/dates.ts'
import { ecrireAnnuaire } from '#domaines/partenaires/exports.server.ts'
import { listerAnnuaire } from '#domaines/partenaires/queries/annuaire.server.ts'
import { joindre } from '../../fichier.server.ts'
import { lire } from '../../../session.server.ts'
import type { RequestHandler } from './$types'

/** The whole directory, as a spreadsheet that can be brought back. */
export const GET: RequestHandler = async ({ locals }) => {
  const octets = await ecrireAnnuaire(await lire(locals, listerAnnuaire))
  const nom = `annuaire-${jourDe(locals.maintenant)}.xlsx`
  return joindre({ nom, octets }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}
