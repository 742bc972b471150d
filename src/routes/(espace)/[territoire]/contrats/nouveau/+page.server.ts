import { error, redirect } from '@sveltejs/kit'
import { ouvrirGeneration } from '#domaines/actions/commands/generation.server.ts'
import { creerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutEcrireContrat(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas d’ouvrir un contrat.', { conseil: 'Demandez à la coordination du territoire.' })
  return {
    contrats: (await lire(locals, listerContrats)).map(({ id, intitule }) => ({ id, intitule })),
    suite: idDuParametre(url, 'suite')
  }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    const dit = lireFormulaire(form, ['reprises'])
    const fait = await (dit.precedentId ? ouvrirGeneration : creerContrat)(entrer(locals), dit)
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${fait.valeur.id}`)
      : repondre(fait, form, '', direRefusContrat)
  }
}
