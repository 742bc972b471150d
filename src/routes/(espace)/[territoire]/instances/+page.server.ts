import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { lireInstance, listerInstances, prochainesSeances } from '#domaines/instances/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../adresse.server.ts'
import { entrer, lire } from '../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const id = idDuParametre(url, 'retire')
  const { instances, prochaines, retiree } = await lire(locals, async (db, perimetre) => ({
    instances: await listerInstances(db, perimetre),
    prochaines: await prochainesSeances(db, perimetre, jourDe(locals.maintenant)),
    retiree: id ? await lireInstance(db, perimetre, id) : null
  }))
  const peut = peutTenirInstances(entrer(locals).acteur)
  return { instances, prochaines, peut, retiree: peut && retiree?.supprimeLe ? { id: retiree.id, nom: retiree.nom } : null }
}
