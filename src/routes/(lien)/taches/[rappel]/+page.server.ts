import { redirect, type RequestEvent } from '@sveltejs/kit'
import { rouvrirTache, terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { jourDe } from '#platform/dates.ts'
import { lireFormulaire, repondre, type Acte } from '../../../session.server.ts'
import { faireAttendre, freinerLien } from '../../../frein.server.ts'
import { redemander } from '../../demandes.server.ts'
import { ouvrirTaches } from '../../rendu.server.ts'
import { demanderSonEspace } from '../../espace.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { params, locals } = event
  const { objet, perime, eteintLe } = await ouvrirTaches(event, params.rappel, { eteint: true })
  const dit = event.url.searchParams.get('dit')
  if (eteintLe) return { eteint: { territoire: objet.territoire, dit } }
  const { coordination: _, ...siennes } = objet
  return { siennes, perime, jeton: params.rappel, jour: jourDe(locals.maintenant), dit }
}

const dire = (acte: Acte) => async (event: RequestEvent) => {
  const { params, request } = event
  const { appel, objet, perime } = await ouvrirTaches(event, params.rappel!)
  const form = await request.formData()
  const attente = freinerLien(event, objet.personneId)
  if (attente > 0) return faireAttendre(event, attente, form, '')
  const fait = perime ? null : await acte(appel, lireFormulaire(form))
  if (fait && !fait.ok) return repondre(fait, form, '', direRefusInstance)
  redirect(303, `/taches/${params.rappel}`)
}

export const actions: Actions = {
  terminer: dire(terminerTache),
  rouvrir: dire(rouvrirTache),
  redemander: redemander(ouvrirTaches, 'rappel', '/taches'),
  espace: demanderSonEspace(ouvrirTaches, 'rappel', '/taches')
}
