import { jourDe } from '#platform/dates.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { lire } from '../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  tableau: await lire(locals, (db, perimetre) => lireTableau(db, perimetre, jourDe(locals.maintenant)))
})
