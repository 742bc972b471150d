import { error, fail, redirect } from '@sveltejs/kit'
import { deposer, reprendre } from '#platform/depot.server.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { demanderImport } from '#domaines/actions/commands/imports.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles.ts'
import { apercevoirPlan, examinerFichier, lirePlanDuFichier, ouvrirFichier } from '#domaines/actions/imports/plan.server.ts'
import { depuisAdresse, enAdresse } from '#domaines/actions/schema/appariement.ts'
import { LIGNES_EN_ATTENDANT } from '#domaines/actions/schema/import.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { dossierDesDonnees } from '../../../../lieu.server.ts'
import { entrer, lire, repondre } from '../../../../session.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
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
  const [contratId, ecraser] = [idDuParametre(url, 'contrat'), choix === 'oui']
  const contrats = (await lire(locals, listerContrats)).map(({ id, intitule }) => ({ id, intitule }))
  if (!depot) return { apercu: null, contrats, perdu: perdu === 'oui' }
  const appariement = depuisAdresse(url.searchParams)
  const octets = await reprendre(dossierDesDonnees(), perimetre, depot)
  const plan = octets && (await lirePlanDuFichier(octets, nom, appariement))
  if (!plan || typeof plan === 'string') return { apercu: null, contrats, perdu: true }
  const vu = await lire(locals, (db, scope) => apercevoirPlan(db, scope, plan, { contratId, ecraser, maintenant }))
  const adresse = appariement && enAdresse(appariement)
  return { contrats, perdu: false, apercu: { depot, nom, appariement: adresse, contratId, ecraser, ...vu } }
}

export const actions: Actions = {
  deposer: async ({ request, locals, params }) => {
    const { perimetre, acteur } = entrer(locals)
    const form = await request.formData()
    const fichier = form.get('fichier')
    const contrat = String(form.get('contrat') ?? '')
    const refuser = (motif: string) => fail(422, { erreurs: { fichier: [motif] }, valeurs: { contrat }, formulaire: 'deposer' })
    if (!peutImporterPlan(acteur)) error(403, 'Votre rôle ne permet pas d’importer un plan.')
    if (!(fichier instanceof File) || fichier.size === 0) return refuser('Choisissez le fichier de votre plan d’action.')
    const octets = new Uint8Array(await fichier.arrayBuffer())
    const classeur = await ouvrirFichier(octets, fichier.name)
    if (typeof classeur === 'string') return refuser(classeur)
    const examen = await lire(locals, (db, scope) => examinerFichier(db, scope, classeur, fichier.name))
    if ('refus' in examen) return refuser(examen.refus)
    const depot = await deposer(dossierDesDonnees(), perimetre, octets)
    const suite = new URLSearchParams({ depot, nom: fichier.name, ...(contrat ? { contrat } : {}) })
    redirect(303, examen.libre ? `/${params.territoire}/actions/importer/colonnes?${suite}` : `?${suite}`)
  },
  importer: async ({ request, locals, params }) => {
    const appel = entrer(locals)
    const form = await request.formData()
    const [depot, nom] = [String(form.get('depot')), String(form.get('nom'))]
    const [appariement, octets] = [depuisAdresse(form), await reprendre(dossierDesDonnees(), appel.perimetre, depot)]
    const plan = octets && (await lirePlanDuFichier(octets, nom, appariement))
    if (!plan || typeof plan === 'string')
      return fail(422, {
        erreurs: { '': ['Le fichier n’est plus là : choisissez-le de nouveau.'] },
        valeurs: {},
        formulaire: 'importer'
      })
    const [contratId, ecraser] = [form.get('contrat') || null, form.get('ecraser') === 'oui']
    if (plan.lignes.length > LIGNES_EN_ATTENDANT) {
      const saisie = { demande: { depot, nom, appariement, contratId, ecraser }, lignes: plan.lignes.length }
      const demandee = await demanderImport(appel, saisie)
      if (!demandee.ok) return repondre(demandee, form, 'importer', direRefusFiche)
      redirect(303, `/${params.territoire}/actions/importer/${demandee.valeur.id}`)
    }
    const fait = await importerPlan(appel, { plan, contratId, ecraser })
    return fait.ok
      ? redirect(303, `/${params.territoire}/actions?contrat=${fait.valeur.contratId}`)
      : repondre(fait, form, 'importer', direRefusFiche)
  }
}
