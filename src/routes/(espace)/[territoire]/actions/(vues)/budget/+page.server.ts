import { jourDe } from '#platform/dates.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import { listerActes } from '#domaines/contrats/queries.server.ts'
import { creerPoste, modifierPoste, retablirPoste, retirerPoste } from '#domaines/actions/commands/postes.server.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { lireBudget } from '#domaines/actions/queries/budget.server.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { composerBudget } from '#domaines/actions/regles/vue-budget.ts'
import { adresseDeLaVue, lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { idDuParametre } from '../../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const peutEcrire = peutEcrireFiche(entrer(locals).acteur)
  const modifie = peutEcrire ? sectionDemandee(url) : null
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, vue, jour)
    const [lu, actes] = await Promise.all([
      lireBudget(db, perimetre, cadre.vue),
      cadre.contrat ? listerActes(db, perimetre, cadre.contrat.id) : []
    ])
    const axes = cadre.offre.axes.map(({ id, numero, intitule, niveau }) => ({ id, nom: `${niveau} ${numero} · ${intitule}` }))
    const hors = cadre.contrat ? 'Hors contrat' : 'Actions'
    return {
      vue,
      budget: composerBudget(lu, actes, axes, typeof vue.an === 'number' ? vue.an : null, {
        auContrat: 'Au contrat, sans axe',
        hors
      }),
      vide: cadre.resume.vide,
      offre: cadre.offre,
      modifie,
      // only an open form needs the territory's list
      structures: modifie?.startsWith('poste') ? (await listerStructures(db, perimetre)).map(({ nom }) => nom) : [],
      retire: idDuParametre(url, 'poste-retire'),
      peutEcrire
    }
  })
}

/** The act of a post, then the view it was done from. */
const sur = (acte: Acte, formulaire: string, retire = false) =>
  geste(acte, {
    formulaire,
    dire: direRefusFiche,
    suite: (_, form) => {
      const vue = adresseDeLaVue(lireVue(new URLSearchParams(String(form.get('vue') ?? ''))))
      const apres = retire ? `${vue === '?' ? '' : '&'}poste-retire=${String(form.get('id'))}` : ''
      return `/actions/budget${`${vue}${apres}`.replace(/^\?$/, '')}#postes`
    }
  })

export const actions: Actions = {
  poste: sur(creerPoste, 'poste'),
  'modifier-poste': sur(modifierPoste, 'modifier-poste'),
  'retirer-poste': sur(retirerPoste, 'postes', true),
  'retablir-poste': sur(retablirPoste, 'postes')
}
