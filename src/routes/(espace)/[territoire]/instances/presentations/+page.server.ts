import { tourDesPresentations } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { jourDe } from '#platform/dates.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  structures: await lire(locals, (db, perimetre) => tourDesPresentations(db, perimetre, jourDe(locals.maintenant)))
})
