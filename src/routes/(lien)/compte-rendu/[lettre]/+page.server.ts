import { SYSTEME } from '#platform/acteur.ts'
import { compterLecture } from '#domaines/instances/commands/compte-rendu.server.ts'
import { lireLeRendu } from '../../rendu.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { lettre } = event.params
  const { appel, objet } = await lireLeRendu(event, lettre)
  await compterLecture({ ...appel, acteur: SYSTEME }, { id: objet.rendu.seanceId })
  return { rendu: objet.rendu, jeton: lettre }
}
