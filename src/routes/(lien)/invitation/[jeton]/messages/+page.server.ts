import { redirect } from '@sveltejs/kit'
import { choisirCourriels } from '#domaines/instances/commands/invitations.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireFormulaire, repondre } from '../../../../session.server.ts'
import { ouvrirInvitation } from '../../../lien.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { invitation } = await ouvrirInvitation(params.jeton, locals.maintenant)
  const { nom, territoire, courriels, sollicitations, coordination } = invitation
  const revenir = { href: `/invitation/${params.jeton}`, libelle: 'Revenir à l’invitation' }
  return { nom, territoire, courriels, sollicitations, coordination, revenir, dit: url.searchParams.get('dit') }
}

export const actions: Actions = {
  // mail programs post here when one presses their own « unsubscribe » (RFC 8058); the link may be old: leaving is always possible
  default: async ({ params, request, locals }) => {
    const { appel, invitation } = await ouvrirInvitation(params.jeton, locals.maintenant)
    const form = await request.formData()
    const enUnClic = form.get('List-Unsubscribe') === 'One-Click'
    const fait = await choisirCourriels(
      appel,
      enUnClic ? { id: invitation.id, courriels: 'aucun' } : { ...lireFormulaire(form), id: invitation.id }
    )
    if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
    redirect(303, `/invitation/${params.jeton}/messages?dit=choisi`)
  }
}
