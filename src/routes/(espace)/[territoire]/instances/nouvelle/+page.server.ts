import { error, redirect } from '@sveltejs/kit'
import { creerInstance } from '#domaines/instances/commands/instances.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { listerThemes } from '#domaines/instances/queries.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  if (!peutTenirInstances(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas de créer une instance.', { conseil: 'Demandez à la coordination du territoire.' })
  return { axes: await lire(locals, listerThemes) }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await creerInstance(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
    redirect(303, `/${params.territoire}/instances/${fait.valeur.id}`)
  }
}
