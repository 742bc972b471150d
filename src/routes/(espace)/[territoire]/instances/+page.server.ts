import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { lireInstance, listerInstances } from '#domaines/instances/queries.server.ts'
import { idDuParametre } from '../../../adresse.server.ts'
import { entrer, lire } from '../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const id = idDuParametre(url, 'retire')
  const { instances, retiree } = await lire(locals, async (db, perimetre) => ({
    instances: await listerInstances(db, perimetre),
    retiree: id ? await lireInstance(db, perimetre, id) : null
  }))
  const peut = peutTenirInstances(entrer(locals).acteur)
  return { instances, peut, retiree: peut && retiree?.supprimeLe ? { id: retiree.id, nom: retiree.nom } : null }
}
