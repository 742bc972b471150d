import { redirect } from '@sveltejs/kit'
import { sInscrire } from '#domaines/instances/commands/emargement.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireEmargement } from '#domaines/instances/queries/emargement.server.ts'
import { jourDe } from '#platform/dates.ts'
import { lireFormulaire, repondre } from '../../../session.server.ts'
import { faireAttendre, freinerLien } from '../../../frein.server.ts'
import { ouvrirObjet, type Appelant } from '../../lien.server.ts'
import type { Actions, PageServerLoad } from './$types'

const ouvrir = (event: Appelant, jeton: string) =>
  ouvrirObjet(event, jeton, 'emargement', lireEmargement, () => 'À l’entrée de la séance')

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event
  const { objet, perime } = await ouvrir(event, params.code)
  // nothing of who is invited or came: the code is on the wall
  const { instance, territoire, jour, heure, duree, lieu, annulee, close } = objet
  const fait = url.searchParams.has('note')
  return {
    seance: { instance, territoire, jour, heure, duree, lieu, annulee, close },
    perime,
    fait,
    aujourdhui: jourDe(locals.maintenant)
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { params, request } = event
    const { appel, objet, perime } = await ouvrir(event, params.code)
    if (perime) redirect(303, `/presence/${params.code}`)
    const form = await request.formData()
    // a whole room uses the code: each name has its own limit
    const attente = freinerLien(event, `${objet.seanceId} ${String(form.get('nom'))}`)
    if (attente > 0) return faireAttendre(event, attente, form, '')
    const fait = await sInscrire(appel, { ...lireFormulaire(form), id: objet.seanceId })
    if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
    redirect(303, `/presence/${params.code}?note`)
  }
}
