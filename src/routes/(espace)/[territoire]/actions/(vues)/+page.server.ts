import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lirePortefeuille, PAR_PAGE } from '#domaines/actions/queries/portefeuille.server.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
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
    const cadre = await lireCadre(db, perimetre, vue, jourDe(locals.maintenant))
    const { grouper, tri, sens, page } = vue
    const portefeuille = await lirePortefeuille(db, perimetre, { ...cadre.vue, grouper, tri, descendant: sens === 'desc', page })
    return {
      vue,
      ...portefeuille,
      pages: Math.max(1, Math.ceil(portefeuille.total / PAR_PAGE)),
      resume: cadre.resume,
      ...cadre.offre,
      retiree: url.searchParams.get('retire'),
      gardees: await lireVuesGardees(db, perimetre, acteur, url),
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
