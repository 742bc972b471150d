import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { lireFrise } from '#domaines/pilotage/queries/frise.server.ts'
import { jourDe } from '#platform/dates.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await lire(locals, async (db, perimetre) => ({ frise: await lireFrise(db, perimetre, jourDe(locals.maintenant)) }))),
  peutEcrire: peutEcrireContrat(entrer(locals).acteur)
})
