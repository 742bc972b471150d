import { redirect } from '@sveltejs/kit'
import { redemanderLien, repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { REPONSES } from '#domaines/instances/schema.ts'
import { jourDe } from '#platform/dates.ts'
import { lireFormulaire, repondre } from '../../../session.server.ts'
import { faireAttendre, freinerLien } from '../../../frein.server.ts'
import { supportsAuLien } from '../../supports.server.ts'
import { ouvrirInvitation } from '../../lien.server.ts'
import { demanderSonEspace } from '../../espace.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event
  const { appel, invitation, perime, eteintLe } = await ouvrirInvitation(event, params.jeton, { eteint: true })
  const dit = url.searchParams.get('dit')
  if (eteintLe) return { eteint: { territoire: invitation.territoire, dit } }
  const { coordination: _, ...dite } = invitation
  return {
    invitation: dite,
    perime,
    supports: perime ? [] : await supportsAuLien(appel, invitation.seanceId),
    jeton: params.jeton,
    jour: jourDe(locals.maintenant),
    // a mail scanner that follows the link changes nothing: what it asks for is only put first
    choisie: REPONSES.find((reponse) => reponse === url.searchParams.get('reponse')) ?? null,
    dit
  }
}

export const actions: Actions = {
  repondre: async (event) => {
    const { params, request } = event
    const { appel, invitation, perime } = await ouvrirInvitation(event, params.jeton)
    if (perime) redirect(303, `/invitation/${params.jeton}`)
    const form = await request.formData()
    const attente = freinerLien(event, invitation.id)
    if (attente > 0) return faireAttendre(event, attente, form, 'repondre')
    const fait = await repondreInvitation(appel, { ...lireFormulaire(form), id: invitation.id })
    if (!fait.ok) return repondre(fait, form, 'repondre', direRefusInstance)
    redirect(303, `/invitation/${params.jeton}?dit=repondu`)
  },
  redemander: async (event) => {
    const { params, request } = event
    const { appel, invitation, perime, eteintLe } = await ouvrirInvitation(event, params.jeton, { eteint: true })
    if (!perime) redirect(303, `/invitation/${params.jeton}`)
    const attente = freinerLien(event, invitation.id)
    if (attente > 0) return faireAttendre(event, attente, await request.formData(), 'redemander')
    const fait = await redemanderLien(appel, { id: invitation.id, eteintLe })
    if (!fait.ok) return repondre(fait, await request.formData(), 'redemander', direRefusInstance)
    redirect(303, `/invitation/${params.jeton}?dit=redemande`)
  },
  espace: demanderSonEspace(ouvrirInvitation, 'jeton', '/invitation')
}
