import { redirect } from '@sveltejs/kit'
import { retablirContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { contratsRetires } from '#domaines/contrats/queries.server.ts'
import { resumerContrats } from '#domaines/pilotage/queries/contrats.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { jour } = await parent()
  const [contrats, retires] = await lire(locals, (db, perimetre) =>
    Promise.all([resumerContrats(db, perimetre, jour), contratsRetires(db, perimetre)])
  )
  return { retire: url.searchParams.get('retire'), contrats, retires, peutEcrire: peutEcrireContrat(entrer(locals).acteur) }
}

export const actions: Actions = {
  retablir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirContrat(entrer(locals), lireFormulaire(form))
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${form.get('id')}`)
      : repondre(fait, form, '', direRefusContrat)
  }
}
