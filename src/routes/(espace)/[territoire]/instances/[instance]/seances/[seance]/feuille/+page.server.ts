import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { dessinerCode } from '#domaines/instances/exports/code.server.ts'
import { lireEmargement } from '#domaines/instances/queries/emargement.server.ts'
import { idDe } from '../../../../../../../adresse.server.ts'
import { entrer, lire } from '../../../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const { cle, ...emargement } = await lire(locals, async (db, perimetre) => {
    const lu = await lireEmargement(db, perimetre, idDe(params.seance))
    return lu?.instanceId === params.instance ? lu : null
  })
  const code = peut && cle ? dessinerCode(`${url.origin}/presence/${cle}`) : null
  return { emargement, code, tous: url.searchParams.has('tous') }
}
