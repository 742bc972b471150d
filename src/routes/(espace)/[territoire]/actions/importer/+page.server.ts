import { error, fail, redirect } from '@sveltejs/kit'
import { jeter, reprendre } from '#platform/depot.server.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { demanderImport } from '#domaines/actions/commands/imports.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { lirePlanDuFichier } from '#domaines/actions/imports/plan.server.ts'
import { PLANS } from '#domaines/actions/imports/taches.server.ts'
import { FIL_ROMPU } from '#domaines/actions/libelles/imports.ts'
import { depuisAdresse, enAdresse } from '#domaines/actions/schema/appariement.ts'
import { lireChoixDeCible, direChoixDeCible, LIGNES_EN_ATTENDANT, NOUVEAU } from '#domaines/actions/schema/import.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { demander } from '../../../../fichier.server.ts'
import { dossierDesDonnees } from '../../../../lieu.server.ts'
import { entrer, lire, repondre } from '../../../../session.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { deposerPlan } from './deposer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { acteur, perimetre, maintenant } = entrer(locals)
  if (!peutImporterPlan(acteur))
    error(403, 'Votre rôle ne permet pas d’importer un plan.', { conseil: 'Demandez à la coordination du territoire.' })
  const {
    depot = null,
    nom = '',
    ecraser: choix,
    perdu
  } = Object.fromEntries(url.searchParams) as Partial<Record<string, string>>
  const voulue = url.searchParams.get('contrat') === NOUVEAU ? NOUVEAU : idDuParametre(url, 'contrat')
  const [cible, ecraser] = [lireChoixDeCible(voulue), choix === 'oui']
  const contrats = (await lire(locals, listerContrats)).map(({ id, intitule }) => ({ id, intitule }))
  if (!depot) return { apercu: null, contrats, perdu: perdu === 'oui' }
  const appariement = depuisAdresse(url.searchParams)
  const octets = await reprendre(dossierDesDonnees(), perimetre, depot)
  const demande = { appariement, ...cible, ecraser, maintenant }
  const vu = octets ? await demander(locals, PLANS, 'apercevoir', { octets, nom }, demande, () => FIL_ROMPU) : ''
  if (vu === FIL_ROMPU) return { apercu: null, contrats, perdu: false, rompu: FIL_ROMPU }
  if (typeof vu === 'string') return { apercu: null, contrats, perdu: true }
  if (vu === null) error(404, 'Ce contrat n’existe pas, ou plus.')
  const adresse = appariement && enAdresse(appariement)
  return { contrats, perdu: false, apercu: { depot, nom, appariement: adresse, choix: direChoixDeCible(cible), ecraser, ...vu } }
}

export const actions: Actions = {
  deposer: deposerPlan,
  importer: async ({ request, locals, params }) => {
    const appel = entrer(locals)
    const form = await request.formData()
    const [depot, nom] = [String(form.get('depot')), String(form.get('nom'))]
    const [appariement, octets] = [depuisAdresse(form), await reprendre(dossierDesDonnees(), appel.perimetre, depot)]
    const lignes = octets ? await demander(locals, PLANS, 'compter', { octets, nom }, { appariement }) : ''
    if (!octets || typeof lignes === 'string')
      return fail(422, {
        erreurs: { '': ['Le fichier n’est plus là : choisissez-le de nouveau.'] },
        valeurs: {},
        formulaire: 'importer'
      })
    const [cible, ecraser] = [lireChoixDeCible(String(form.get('contrat') ?? '')), form.get('ecraser') === 'oui']
    if (lignes > LIGNES_EN_ATTENDANT) {
      const saisie = { demande: { depot, nom, appariement, ...cible, ecraser }, lignes }
      const demandee = await demanderImport(appel, saisie)
      if (!demandee.ok) return repondre(demandee, form, 'importer', direRefusFiche)
      redirect(303, `/${params.territoire}/actions/importer/${demandee.valeur.id}`)
    }
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    if (typeof plan === 'string') error(422, plan)
    const fait = await importerPlan(appel, { plan, ...cible, ecraser })
    if (!fait.ok) return repondre(fait, form, 'importer', direRefusFiche)
    await jeter(dossierDesDonnees(), appel.perimetre, depot)
    redirect(303, `/${params.territoire}/actions${fait.valeur.contratId ? `?contrat=${fait.valeur.contratId}` : ''}`)
  }
}
