import { SYSTEME } from '#platform/acteur.ts'
import { compterLecture } from '#domaines/instances/commands/compte-rendu.server.ts'
import { lireLeRendu } from '../../rendu.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, locals }) => {
  const { appel, objet } = await lireLeRendu(params.lettre, locals.maintenant)
  await compterLecture({ ...appel, acteur: SYSTEME }, { id: objet.rendu.seanceId })
  return { rendu: objet.rendu, jeton: params.lettre }
}
