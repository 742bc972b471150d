import { error, redirect } from '@sveltejs/kit'
import { inscrirePersonne } from '#domaines/partenaires/commands.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusPartenaire } from '#domaines/partenaires/libelles.ts'
import { nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  if (!peutTenirAnnuaire(entrer(locals).acteur)) error(403, 'Votre rôle ne permet pas d’ajouter une personne.', {})
  return { structures: await lire(locals, nomsDesStructures) }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await inscrirePersonne(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, '', direRefusPartenaire)
    redirect(303, `/${params.territoire}/partenaires/personnes/${fait.valeur.id}`)
  }
}
