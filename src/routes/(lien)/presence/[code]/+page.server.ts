import { redirect } from '@sveltejs/kit'
import { sInscrire } from '#domaines/instances/commands/emargement.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireEmargement } from '#domaines/instances/queries/emargement.server.ts'
import { jourDe } from '#platform/dates.ts'
import { lireFormulaire, repondre } from '../../../session.server.ts'
import { ouvrirObjet } from '../../lien.server.ts'
import type { Actions, PageServerLoad } from './$types'

const ouvrir = (jeton: string, maintenant: Date) =>
  ouvrirObjet(jeton, 'emargement', maintenant, lireEmargement, () => 'À l’entrée de la séance')

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { objet, perime } = await ouvrir(params.code, locals.maintenant)
  // nothing of who is invited or came: the code is on the wall
  const { instance, territoire, jour, heure, duree, lieu, annulee } = objet
  const fait = url.searchParams.has('note')
  return {
    seance: { instance, territoire, jour, heure, duree, lieu, annulee },
    perime,
    fait,
    aujourdhui: jourDe(locals.maintenant)
  }
}

export const actions: Actions = {
  default: async ({ params, request, locals }) => {
    const { appel, objet, perime } = await ouvrir(params.code, locals.maintenant)
    if (perime) redirect(303, `/presence/${params.code}`)
    const form = await request.formData()
    const fait = await sInscrire(appel, { ...lireFormulaire(form), id: objet.seanceId })
    if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
    redirect(303, `/presence/${params.code}?note`)
  }
}
