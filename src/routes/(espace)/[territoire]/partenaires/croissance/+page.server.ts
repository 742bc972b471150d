import { lireCroissance } from '#domaines/partenaires/queries/croissance.server.ts'
import { lireProvenances } from '#domaines/partenaires/queries/provenances.server.ts'
import { jourDe } from '#platform/dates.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) =>
  lire(locals, async (db, perimetre) => ({
    croissance: await lireCroissance(db, perimetre, jourDe(locals.maintenant)),
    provenances: await lireProvenances(db, perimetre)
  }))
