import { lirePresences } from '#domaines/instances/queries/presences.server.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ presences: await lire(locals, lirePresences) })
