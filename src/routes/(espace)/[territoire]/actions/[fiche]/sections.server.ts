import { redirect } from '@sveltejs/kit'
import { ecrireSection, type SectionDeFiche } from '#domaines/actions/commands/ecrire-section.server.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { retourALaMatrice, vueDeDepart } from '#domaines/actions/schema/matrice.ts'
import { entrer, lireFormulaire, recevoir, repondre } from '../../../../session.server.ts'
import type { Actions } from './$types'

/** Each section of the page, and its fields that are lists. */
const LISTES: Record<SectionDeFiche, readonly string[]> = {
  titre: [],
  textes: ['mutualises'],
  bref: ['ottawa'],
  classement: ['thematiques', 'types', 'facettes', 'ages', 'milieux'],
  suivi: [],
  objectifs: ['objectifs'],
  intervenants: ['intervenants'],
  quartiers: ['quartiers'],
  etapes: ['etapes'],
  budget: ['financements'],
  postes: ['fractions'],
  indicateurs: ['indicateurs'],
  releve: [],
  liens: ['liens', 'programmes', 'prsAxes', 'politiques'],
  reponse: [],
  place: []
}

/** Writing one section; an answer given from the matrix goes back to it. */
export const surLesSections: Actions = Object.fromEntries(
  Object.entries(LISTES).map(([section, listes]): [string, Actions[string]] => [
    section,
    async ({ request, locals, params }) => {
      const form = await recevoir(request)
      const fait = await ecrireSection(entrer(locals), { ...lireFormulaire(form, listes), id: params.fiche, section } as never)
      const depart = section === 'reponse' ? vueDeDepart(form.get('depuis')) : null
      const suite = depart ? retourALaMatrice(depart, params.fiche!) : `/${params.fiche}#${section}`
      return fait.ok
        ? redirect(303, `/${params.territoire}/actions${suite}`)
        : repondre(fait, form, section === 'releve' ? `releve-${String(form.get('indicateurId'))}` : section, direRefusFiche)
    }
  ])
)
