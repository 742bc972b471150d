import { questionsEncore } from '#domaines/instances/regles/suites.ts'
import { jourDe } from '#platform/dates.ts'
import { ouvrirSonRendu } from '../../../../espace.server.ts'
import { supportsAuLien } from '../../../../supports.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { soi, rendu: seanceId } = event.params
  const { appel, rendu } = await ouvrirSonRendu(event, soi, seanceId)
  const questions = questionsEncore(rendu, jourDe(event.locals.maintenant))
  const supports = await supportsAuLien(appel, rendu.seanceId)
  return { rendu, questions, supports, ici: `/espace/${soi}/compte-rendu/${seanceId}`, revenir: `/espace/${soi}` }
}
