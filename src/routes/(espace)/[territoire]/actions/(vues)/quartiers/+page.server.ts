import { jourDe } from '#platform/dates.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lireParQuartier } from '#domaines/actions/queries/quartiers.server.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { entrer, lire } from '../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, vue, jour)
    return {
      vue,
      peutRegler: peutReglerTerritoire(entrer(locals).acteur),
      ...(await lireParQuartier(db, perimetre, cadre.vue, jour)),
      vide: cadre.resume.vide,
      offre: cadre.offre
    }
  })
}
