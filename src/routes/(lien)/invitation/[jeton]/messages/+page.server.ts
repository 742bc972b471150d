import { redirect } from '@sveltejs/kit'
import { choisirCourriels } from '#domaines/instances/commands/invitations.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireFormulaire, repondre } from '../../../../session.server.ts'
import { faireAttendre, freinerLien } from '../../../../frein.server.ts'
import { ouvrirInvitation } from '../../../lien.server.ts'
import { lireSesInterets, noterSesInterets, partir } from '../../../messages.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { params, url } = event
  const { appel, invitation, perime } = await ouvrirInvitation(event, params.jeton)
  const interets = await lireSesInterets(appel)
  const { nom, territoire, courriels, sollicitations, coordination } = invitation
  const revenir = { href: `/invitation/${params.jeton}`, libelle: 'Revenir à l’invitation' }
  return { nom, territoire, courriels, sollicitations, coordination, interets, revenir, perime, dit: url.searchParams.get('dit') }
}

export const actions: Actions = {
  // mail programs post here when one presses their own « unsubscribe » (RFC 8058); the link may be old: asking for fewer letters is always possible
  default: async (event) => {
    const { params, request } = event
    const { appel, invitation, perime } = await ouvrirInvitation(event, params.jeton)
    const form = await request.formData()
    const attente = freinerLien(event, invitation.id)
    if (attente > 0) return faireAttendre(event, attente, form, '')
    const parti = await partir(appel, form, perime)
    if (parti === 'part') redirect(303, `/invitation/${params.jeton}/messages`)
    if (parti) return parti
    const enUnClic = form.get('List-Unsubscribe') === 'One-Click'
    const fait = await choisirCourriels(
      appel,
      enUnClic ? { id: invitation.id, courriels: 'aucun' } : { ...lireFormulaire(form), id: invitation.id }
    )
    if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
    await noterSesInterets(appel, form)
    redirect(303, `/invitation/${params.jeton}/messages?dit=choisi`)
  }
}
