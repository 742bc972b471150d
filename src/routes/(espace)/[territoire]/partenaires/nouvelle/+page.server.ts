import { error, redirect } from '@sveltejs/kit'
import { inscrireStructure } from '#domaines/partenaires/commands.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusPartenaire } from '#domaines/partenaires/libelles.ts'
import { entrer, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!peutTenirAnnuaire(entrer(locals).acteur)) error(403, 'Votre rôle ne permet pas d’ajouter une structure.', {})
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await inscrireStructure(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, '', direRefusPartenaire)
    redirect(303, `/${params.territoire}/partenaires/${fait.valeur.id}`)
  }
}
