import { redirect } from '@sveltejs/kit'
import { inscrirePersonne } from '#domaines/partenaires/commands.server.ts'
import { modifierFonction, retablirFonction, retirerFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { direRefusPartenaire } from '#domaines/partenaires/libelles.ts'
import { entrer, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions } from './$types'

const page = ({ territoire, structure }: { territoire: string; structure: string }, suite: string) =>
  `/${territoire}/partenaires/${structure}${suite}`

/** What the page of a structure does with the people who hold a function there. */
export const surLEquipe: Actions = {
  inscrirePersonne: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await inscrirePersonne(entrer(locals), { ...lireFormulaire(form), structureId: params.structure })
    if (!fait.ok) return repondre(fait, form, 'personne', direRefusPartenaire)
    redirect(303, page(params, '#equipe'))
  },
  modifierFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, String(form.get('id')), String)
    redirect(303, page(params, '#equipe'))
  },
  retirerFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'fonction', String)
    redirect(303, page(params, `?retire=${String(form.get('id'))}&de=${fait.valeur.personneId}`))
  },
  retablirFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'fonction', String)
    redirect(303, page(params, '#equipe'))
  }
}
