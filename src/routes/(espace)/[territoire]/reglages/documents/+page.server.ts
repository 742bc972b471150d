import { redirect } from '@sveltejs/kit'
import { ordreDemande } from '#ui/ordre.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { ecrireHabillage, ordonnerChapitres, poserLogo, retirerLogo } from '#domaines/actions/commands/habillage.server.ts'
import { direRefusHabillage } from '#domaines/actions/libelles/habillage.ts'
import { lireHabillage } from '#domaines/actions/queries/habillage.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { avecFichier } from '../../../../pieces.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

const ICI = '/reglages/documents'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { acteur, perimetre } = entrer(locals)
  return {
    peut: peutReglerTerritoire(acteur),
    territoireId: perimetre.collectiviteId,
    retire: idDuParametre(url, 'retire'),
    ...(await lire(locals, async (db) => {
      const [habillage, contrats] = await Promise.all([lireHabillage(db, perimetre), listerContrats(db, perimetre)])
      const [recent] = contrats
      return {
        habillage,
        recent: recent ? { id: recent.id, intitule: recent.intitule, debut: recent.debut, fin: recent.fin } : null
      }
    }))
  }
}

export const actions: Actions = {
  couverture: geste(ecrireHabillage, {
    formulaire: 'couverture',
    dire: direRefusHabillage,
    suite: () => `${ICI}#couverture`
  }),
  logo: avecFichier(
    poserLogo,
    () => 'logo',
    () => ({}),
    () => `${ICI}#logo`,
    direRefusHabillage
  ),
  'retirer-logo': async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerLogo(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'retirer-logo', direRefusHabillage)
    redirect(303, `/${params.territoire}${ICI}?retire=${fait.valeur.geste}#logo`)
  },
  chapitres: async ({ request, locals, params }) => {
    const form = await request.formData()
    // without a script the page is loaded again: it comes back on the chapter that changed
    const bascule = form.get('basculer')
    const touche = bascule ?? form.get('monter') ?? form.get('descendre')
    const ecartes = new Set(form.getAll('ecartes').map(String))
    if (bascule !== null && !ecartes.delete(String(bascule))) ecartes.add(String(bascule))
    const fait = await ordonnerChapitres(entrer(locals), { ordre: ordreDemande(form), ecartes: [...ecartes] })
    if (!fait.ok) return repondre(fait, form, 'chapitres', direRefusHabillage)
    redirect(303, `/${params.territoire}${ICI}#${touche ? `chapitre-${String(touche)}` : 'chapitres'}`)
  },
  annuler: geste(annulerGeste, { formulaire: 'annuler', dire: direRefusDAnnuler, suite: () => `${ICI}#logo` })
}
