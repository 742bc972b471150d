import { agendaDeLInvitation } from '#domaines/instances/exports/agenda.server.ts'
import { ouvrirInvitation } from '../../../lien.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { params, url, locals } = event
  const { invitation } = await ouvrirInvitation(event, params.jeton)
  const { contenu } = agendaDeLInvitation(invitation, `${url.origin}/invitation/${params.jeton}`, locals.maintenant)
  return new Response(contenu, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="seance.ics"'
    }
  })
}
