import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { dessinerCode } from '#domaines/instances/exports/code.server.ts'
import { lireEmargement } from '#domaines/instances/queries/emargement.server.ts'
import { lireSeance } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../../../adresse.server.ts'
import { entrer, lire } from '../../../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const jour = jourDe(locals.maintenant)
  const { seance, cle } = await lire(locals, async (db, perimetre) => {
    const [lue, entree] = await Promise.all([
      lireSeance(db, perimetre, idDe(params.seance)),
      peut ? lireEmargement(db, perimetre, idDe(params.seance)) : null
    ])
    if (lue?.instanceId !== params.instance || lue.supprimeLe !== null) return null
    return { seance: lue, cle: entree?.cle ?? null }
  })
  const { questions } = seance
  const ouvertes = peut && questions !== null && jour <= questions.fermeLe
  const derniere = seance.points.length + (ouvertes ? 1 : 0)
  const rang = Number(url.searchParams.get('point') ?? '0')
  return {
    slug: params.territoire,
    seance,
    questions: ouvertes ? dessinerCode(`${url.origin}/questions/${questions.cle}`) : null,
    code: cle ? dessinerCode(`${url.origin}/presence/${cle}`) : null,
    rang: Number.isInteger(rang) && rang > 0 && rang <= derniere ? rang : 0
  }
}
