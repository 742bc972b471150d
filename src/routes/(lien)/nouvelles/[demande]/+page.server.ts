import { redirect } from '@sveltejs/kit'
import { repondreNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { direRefusDemande } from '#domaines/actions/libelles/refus.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../adresse.server.ts'
import { faireAttendre, freinerLien } from '../../../frein.server.ts'
import { lireFormulaire, repondre } from '../../../session.server.ts'
import { ouvrirDemandes, redemander } from '../../demandes.server.ts'
import { demanderSonEspace } from '../../espace.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event
  const { objet, perime, eteintLe } = await ouvrirDemandes(event, params.demande, { eteint: true })
  const dit = url.searchParams.get('dit')
  if (eteintLe) return { eteint: { territoire: objet.territoire, dit } }
  const { coordination: _, ...recues } = objet
  return {
    recues,
    perime,
    jeton: params.demande,
    jour: jourDe(locals.maintenant),
    corrigee: idDuParametre(url, 'corriger'),
    dit
  }
}

export const actions: Actions = {
  repondre: async (event) => {
    const { params, request } = event
    const { appel, perime } = await ouvrirDemandes(event, params.demande)
    if (perime) redirect(303, `/nouvelles/${params.demande}`)
    const form = await request.formData()
    const saisie = lireFormulaire(form)
    const formulaire = String(saisie.id ?? '')
    const attente = freinerLien(event, appel.acteur.sorte === 'lien' ? appel.acteur.sujetId : '')
    if (attente > 0) return faireAttendre(event, attente, form, formulaire)
    const fait = await repondreNouvelles(appel, saisie)
    if (!fait.ok) return repondre(fait, form, formulaire, direRefusDemande)
    redirect(303, `/nouvelles/${params.demande}?dit=repondu`)
  },
  redemander: redemander(ouvrirDemandes, 'demande', '/nouvelles'),
  espace: demanderSonEspace(ouvrirDemandes, 'demande', '/nouvelles')
}
