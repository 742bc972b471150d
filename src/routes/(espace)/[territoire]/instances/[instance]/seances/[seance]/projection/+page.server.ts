import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { dessinerCode } from '#domaines/instances/exports/code.server.ts'
import { lireEmargement } from '#domaines/instances/queries/emargement.server.ts'
import { lireSeance } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { idDe } from '../../../../../../../adresse.server.ts'
import { entrer, lire } from '../../../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const { seance, cle } = await lire(locals, async (db, perimetre) => {
    const [lue, entree] = await Promise.all([
      lireSeance(db, perimetre, idDe(params.seance)),
      peut ? lireEmargement(db, perimetre, idDe(params.seance)) : null
    ])
    if (lue?.instanceId !== params.instance || lue.supprimeLe !== null) return null
    return { seance: lue, cle: entree?.cle ?? null }
  })
  const rang = Number(url.searchParams.get('point') ?? '0')
  return {
    slug: params.territoire,
    seance,
    code: cle ? dessinerCode(`${url.origin}/presence/${cle}`) : null,
    rang: Number.isInteger(rang) && rang > 0 && rang <= seance.points.length ? rang : 0
  }
}
