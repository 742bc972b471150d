import { redirect } from '@sveltejs/kit'
import { base } from '#platform/db.server.ts'
import { fermerSession } from '#domaines/comptes/commands.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { COOKIE_SESSION } from '../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = () => redirect(303, '/')

export const actions: Actions = {
  default: async ({ cookies }) => {
    const jeton = cookies.get(COOKIE_SESSION)
    if (jeton) await fermerSession({ db: base().db, acteur: SYSTEME }, { jeton })
    cookies.delete(COOKIE_SESSION, { path: '/' })
    redirect(303, '/')
  }
}
