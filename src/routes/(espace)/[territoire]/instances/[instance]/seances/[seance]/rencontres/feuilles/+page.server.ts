import { lireSeance } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { lireRencontres } from '#domaines/instances/queries/rencontres.server.ts'
import { idDe } from '../../../../../../../../adresse.server.ts'
import { lire } from '../../../../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) =>
  lire(locals, async (db, perimetre) => {
    const seance = await lireSeance(db, perimetre, idDe(params.seance))
    if (!seance || seance.instanceId !== params.instance) return null
    return { seance, rencontres: await lireRencontres(db, perimetre, seance.id) }
  })
