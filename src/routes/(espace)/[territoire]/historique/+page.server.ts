import { lireDerniersActes } from '#domaines/pilotage/queries/historique.server.ts'
import { lire } from '../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => lire(locals, lireDerniersActes)
