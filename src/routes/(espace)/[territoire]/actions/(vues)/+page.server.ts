import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { listerAxes, listerContrats } from '#domaines/contrats/queries.server.ts'
import { lirePortefeuille, PAR_PAGE, resumerPortefeuille } from '#domaines/actions/queries/portefeuille.server.ts'
import { joursDeRetard } from '#domaines/actions/regles/suivi.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { aplatir, arbreDesAxes, nomDuNiveau } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { peutEcrireFiche, peutImporterPlan } from '#domaines/actions/droits.ts'
import { retablirFiche } from '#domaines/actions/commands/fiche.server.ts'
import { jourDe } from '#platform/dates.ts'
import { redirect } from '@sveltejs/kit'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const { acteur } = entrer(locals)
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const contrats = await listerContrats(db, perimetre)
    const contrat = contrats.find((candidat) => candidat.id === vue.contrat) ?? contratCourant(contrats, jour)
    const contratId = contrat?.id ?? null
    const arbre = contratId
      ? aplatir(arbreDesAxes((await listerAxes(db, perimetre, contratId)).filter((axe) => axe.nature === 'thematique')))
      : []
    const [portefeuille, { publics, fins, ...resume }, quartiers] = await Promise.all([
      lirePortefeuille(db, perimetre, {
        contratId,
        axes: arbre,
        filtre: {
          recherche: vue.q,
          statut: vue.statut,
          priorite: vue.priorite,
          quartierId: vue.quartier,
          structureId: vue.structure,
          publicVise: vue.public,
          axeId: vue.axe,
          contratId: vue.dans === 'contrat' ? contratId! : vue.dans === 'hors' ? null : undefined
        },
        grouper: vue.grouper,
        tri: vue.tri,
        descendant: vue.sens === 'desc',
        page: vue.page
      }),
      resumerPortefeuille(db, perimetre, contratId),
      listerQuartiers(db, perimetre)
    ])
    const echues = fins.filter((une) => joursDeRetard(une, jour) > 0).reduce((somme, { nombre }) => somme + nombre, 0)
    return {
      vue,
      ...portefeuille,
      pages: Math.max(1, Math.ceil(portefeuille.total / PAR_PAGE)),
      resume: { ...resume, echues },
      publics,
      quartiers: quartiers.map(({ id, nom, generation }) => ({ id, nom, generation })),
      axes: arbre.map(({ id, numero, intitule, profondeur }) => ({
        id,
        numero,
        intitule,
        niveau: nomDuNiveau(contrat!.niveaux, profondeur)
      })),
      vuDepuis: contrat ? { id: contrat.id, intitule: contrat.intitule } : null,
      contrats: contrats.map(({ id, intitule }) => ({ id, intitule })),
      retiree: url.searchParams.get('retire'),
      peut: { ecrire: peutEcrireFiche(acteur), importer: peutImporterPlan(acteur) }
    }
  })
}

export const actions: Actions = {
  retablir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirFiche(entrer(locals), lireFormulaire(form))
    return fait.ok ? redirect(303, `/${params.territoire}/actions/${form.get('id')}`) : repondre(fait, form, 'retablir', () => '')
  }
}
