import { redirect } from '@sveltejs/kit'
import { base } from '#platform/db.server.ts'
import { ouvrirSession } from '#domaines/comptes/commands.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { pageRetenue, poserSession } from '../../../session.server.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  // a click, not a visit: programs that open every link of a letter must not spend it
  default: async ({ params, cookies, url }) => {
    const fait = await ouvrirSession({ db: base().db, acteur: SYSTEME }, { jeton: params.jeton })
    if (!fait.ok) return { perime: true }
    poserSession(cookies, url, fait.valeur.session)
    redirect(303, pageRetenue(cookies))
  }
}
