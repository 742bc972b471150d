import { redirect } from '@sveltejs/kit'
import { redemanderLien, repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { REPONSES } from '#domaines/instances/schema.ts'
import { jourDe } from '#platform/dates.ts'
import { lireFormulaire, repondre } from '../../../session.server.ts'
import { ouvrirInvitation } from '../../lien.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { invitation, perime } = await ouvrirInvitation(params.jeton, locals.maintenant)
  const { coordination: _, ...dite } = invitation
  return {
    invitation: dite,
    perime,
    jeton: params.jeton,
    jour: jourDe(locals.maintenant),
    // a mail scanner that follows the link changes nothing: what it asks for is only put first
    choisie: REPONSES.find((reponse) => reponse === url.searchParams.get('reponse')) ?? null,
    dit: url.searchParams.get('dit')
  }
}

export const actions: Actions = {
  repondre: async ({ params, request, locals }) => {
    const { appel, invitation, perime } = await ouvrirInvitation(params.jeton, locals.maintenant)
    if (perime) redirect(303, `/invitation/${params.jeton}`)
    const form = await request.formData()
    const fait = await repondreInvitation(appel, { ...lireFormulaire(form), id: invitation.id })
    if (!fait.ok) return repondre(fait, form, 'repondre', direRefusInstance)
    redirect(303, `/invitation/${params.jeton}?dit=repondu`)
  },
  redemander: async ({ params, request, locals }) => {
    const { appel, invitation, perime } = await ouvrirInvitation(params.jeton, locals.maintenant)
    if (!perime) redirect(303, `/invitation/${params.jeton}`)
    const fait = await redemanderLien(appel, { id: invitation.id })
    if (!fait.ok) return repondre(fait, await request.formData(), 'redemander', direRefusInstance)
    redirect(303, `/invitation/${params.jeton}?dit=redemande`)
  }
}
