import { redirect } from '@sveltejs/kit'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { lireTerritoire } from '#domaines/territoires/queries.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  peut: peutReglerTerritoire(entrer(locals).acteur),
  modifier: url.searchParams.get('modifier') === 'reglages',
  reglages: await lire(locals, lireTerritoire)
})

export const actions: Actions = {
  regler: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await reglerTerritoire(entrer(locals), lireFormulaire(form, ['partiesRequises']))
    if (!fait.ok) return repondre(fait, form, 'reglages', String)
    redirect(303, `/${params.territoire}/reglages`)
  }
}
