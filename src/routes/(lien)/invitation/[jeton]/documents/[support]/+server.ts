import { ouvrirInvitation } from '../../../../lien.server.ts'
import { servirAuLien } from '../../../../supports.server.ts'
import type { RequestHandler } from './$types'

/** A document of the meeting, from the link of the invitation. */
export const GET: RequestHandler = async (event) => {
  const { appel, invitation } = await ouvrirInvitation(event, event.params.jeton)
  return servirAuLien(appel, invitation.seanceId, event.params.support, event.request)
}
