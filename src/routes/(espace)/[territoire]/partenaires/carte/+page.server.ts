import { lirePresenceLocale } from '#domaines/partenaires/queries/implantations.server.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => lire(locals, lirePresenceLocale)
