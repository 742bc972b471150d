import { error, redirect } from '@sveltejs/kit'
import { ordreDemande } from '#ui/ordre.ts'
import { creerAxe, ordonnerAxes, retablirAxe } from '#domaines/contrats/commands/axes.server.ts'
import { ajouterListeDAxes } from '#domaines/contrats/commands/liste-d-axes.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { axesRetires, contratSeul, listerAxes } from '#domaines/contrats/queries.server.ts'
import { idDe } from '../../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const contratId = idDe(params.contrat)
  if (!peutEcrireContrat(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas de modifier les axes.', { conseil: 'Demandez à la coordination du territoire.' })
  return lire(locals, async (db, perimetre) => {
    const contrat = await contratSeul(db, perimetre, contratId)
    if (!contrat) return null
    const [axes, retires] = await Promise.all([listerAxes(db, perimetre, contratId), axesRetires(db, perimetre, contratId)])
    return {
      contratVu: { id: contrat.id, intitule: contrat.intitule, niveaux: contrat.niveaux },
      axes,
      retires,
      sous: url.searchParams.get('sous'),
      retire: url.searchParams.get('retire')
    }
  })
}

export const actions: Actions = {
  ordre: async ({ request, locals, params }) => {
    const form = await request.formData()
    // without a script the page is loaded again: it comes back on the axis that moved
    const deplace = form.get('monter') ?? form.get('descendre')
    const fait = await ordonnerAxes(entrer(locals), { contratId: params.contrat, ordre: ordreDemande(form) })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}/axes${deplace ? `#axe-${deplace}` : ''}`)
      : repondre(fait, form, 'ordre', direRefusContrat)
  },
  ajouter: async ({ request, locals, params }) => {
    const form = await request.formData()
    const nature = String(form.get('nature'))
    const fait = await creerAxe(entrer(locals), { ...lireFormulaire(form), contratId: params.contrat } as never)
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}/axes#axe-${fait.valeur.id}`)
      : repondre(fait, form, nature, direRefusContrat)
  },
  liste: geste(ajouterListeDAxes, {
    formulaire: 'liste',
    dire: direRefusContrat,
    ici: ({ contrat }) => ({ contratId: contrat }),
    suite: ({ contrat }) => `/contrats/${contrat}/axes`
  }),
  retablir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirAxe(entrer(locals), lireFormulaire(form))
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}/axes`)
      : repondre(fait, form, 'retablir', direRefusContrat)
  }
}
