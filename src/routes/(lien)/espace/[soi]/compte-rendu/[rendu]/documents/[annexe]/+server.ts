import { ouvrirSonRendu } from '../../../../../../espace.server.ts'
import { servirAuLien } from '../../../../../../supports.server.ts'
import type { RequestHandler } from './$types'

/** A document of the meeting, from the page of who was sent its minutes. */
export const GET: RequestHandler = async (event) => {
  const { appel, rendu } = await ouvrirSonRendu(event, event.params.soi, event.params.rendu)
  return servirAuLien(appel, rendu.seanceId, event.params.annexe, event.request)
}
