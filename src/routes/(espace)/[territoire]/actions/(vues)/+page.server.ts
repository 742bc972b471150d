import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lirePortefeuille, PAR_PAGE } from '#domaines/actions/queries/portefeuille.server.ts'
import { groupesDuTableau } from '#domaines/actions/regles/tableau.ts'
import { COLONNES_PAR_DEFAUT, lireVue, SANS_QPV } from '#domaines/actions/schema/portefeuille.ts'
import { peutEcrireFiche, peutImporterPlan } from '#domaines/actions/droits.ts'
import { retablirFiche } from '#domaines/actions/commands/fiche.server.ts'
import { jourDe } from '#platform/dates.ts'
import { redirect } from '@sveltejs/kit'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import { lireVuesGardees, surLesVues } from './vues.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const { acteur } = entrer(locals)
  return lire(locals, async (db, perimetre) => {
    const jour = jourDe(locals.maintenant)
    const { contrat, offre, resume, vue: choisie } = await lireCadre(db, perimetre, vue, jour)
    const { grouper, tri, sens, page, col: colonnes = COLONNES_PAR_DEFAUT } = vue
    const [{ lignes, total }, gardees] = await Promise.all([
      lirePortefeuille(db, perimetre, { ...choisie, grouper, tri, descendant: sens === 'desc', page }),
      lireVuesGardees(db, perimetre, acteur, url)
    ])
    return {
      vue,
      groupes: groupesDuTableau(lignes, {
        grouper,
        colonnes,
        axes: offre.axes,
        contrat,
        jour,
        sansQpv: vue.quartier === SANS_QPV
      }),
      total,
      pages: Math.max(1, Math.ceil(total / PAR_PAGE)),
      resume,
      ...offre,
      retiree: url.searchParams.get('retire'),
      gardees,
      peut: { ecrire: peutEcrireFiche(acteur), importer: peutImporterPlan(acteur) }
    }
  })
}

export const actions: Actions = {
  ...surLesVues,
  retablir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirFiche(entrer(locals), lireFormulaire(form))
    return fait.ok ? redirect(303, `/${params.territoire}/actions/${form.get('id')}`) : repondre(fait, form, 'retablir', () => '')
  }
}
