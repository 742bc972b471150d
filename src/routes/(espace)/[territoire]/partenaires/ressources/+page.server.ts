import { listerRessources } from '#domaines/partenaires/queries/ressources.server.ts'
import { OFFRES_RESSOURCE } from '#domaines/partenaires/schema/ressources.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  lire(locals, async (db, perimetre) => ({
    ressources: await listerRessources(db, perimetre),
    offre: OFFRES_RESSOURCE.find((offre) => offre === url.searchParams.get('offre')) ?? null
  }))
