import { error } from '@sveltejs/kit'
import { listerSupports, trouverSupport } from '#domaines/instances/queries/supports.server.ts'
import type { Support } from '#domaines/instances/schema/supports.ts'
import type { Appel } from '#platform/commande.server.ts'
import { idDe } from '../adresse.server.ts'
import { servir } from '../fichiers/servir.server.ts'
import { lireAuLien } from './lien.server.ts'

/** The documents of the meeting that a link is about. */
export const supportsAuLien = (appel: Pick<Appel, 'db' | 'perimetre'>, seanceId: string): Promise<Support[]> =>
  lireAuLien(appel, (tx, perimetre) => listerSupports(tx, perimetre, seanceId))

/** The file of one of them; 404 for that of another meeting. */
export async function servirAuLien(
  appel: Pick<Appel, 'db' | 'perimetre'>,
  seanceId: string,
  support: string,
  request: Request
): Promise<Response> {
  const lu = await lireAuLien(appel, (tx, perimetre) => trouverSupport(tx, perimetre, idDe(support), seanceId))
  if (!lu) error(404, 'Ce document n’est pas, ou plus, joint à cette rencontre.', {})
  return servir(appel.perimetre, lu, request)
}
