import { redirect, type RequestEvent } from '@sveltejs/kit'
import { rouvrirTache, terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { jourDe } from '#platform/dates.ts'
import { lireFormulaire, repondre, type Acte } from '../../../session.server.ts'
import { ouvrirTaches } from '../../rendu.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, locals }) => {
  const { objet, perime } = await ouvrirTaches(params.rappel, locals.maintenant)
  const { coordination: _, ...siennes } = objet
  return { siennes, perime, jeton: params.rappel, jour: jourDe(locals.maintenant) }
}

const dire =
  (acte: Acte) =>
  async ({ params, request, locals }: RequestEvent) => {
    const { appel, perime } = await ouvrirTaches(params.rappel!, locals.maintenant)
    const form = await request.formData()
    const fait = perime ? null : await acte(appel, lireFormulaire(form))
    if (fait && !fait.ok) return repondre(fait, form, '', direRefusInstance)
    redirect(303, `/taches/${params.rappel}`)
  }

export const actions: Actions = { terminer: dire(terminerTache), rouvrir: dire(rouvrirTache) }
