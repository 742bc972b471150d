import { lireCroissance } from '#domaines/partenaires/queries/croissance.server.ts'
import { jourDe } from '#platform/dates.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  croissance: await lire(locals, (db, perimetre) => lireCroissance(db, perimetre, jourDe(locals.maintenant)))
})
