import { jourDe } from '#platform/dates.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lireParPublic } from '#domaines/actions/queries/publics.server.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { lire } from '../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  return lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, vue, jourDe(locals.maintenant))
    return { vue, ...(await lireParPublic(db, perimetre, cadre.vue)), vide: cadre.resume.vide, offre: cadre.offre }
  })
}
