import { lireLeRendu, ouvrirCompteRendu } from '../../../../rendu.server.ts'
import { servirAuLien } from '../../../../supports.server.ts'
import type { RequestHandler } from './$types'

/** A document of the meeting, from the link of its minutes. */
export const GET: RequestHandler = async (event) => {
  const { appel, objet } = lireLeRendu(await ouvrirCompteRendu(event, event.params.lettre))
  return servirAuLien(appel, objet.rendu.seanceId, event.params.annexe, event.request)
}
