import { error } from '@sveltejs/kit'
import { ecrireCartes } from '#domaines/partenaires/exports.server.ts'
import { listerPourCartes } from '#domaines/partenaires/queries/cartes.server.ts'
import { jourDe } from '#platform/dates.ts'
import { slug } from '#platform/texte.ts'
import { idDuParametre } from '../../../adresse.server.ts'
import { lire } from '../../../session.server.ts'
import { joindre } from '../../fichier.server.ts'
import type { RequestHandler } from './$types'

/** The contacts who may be given out, as cards; one alone when the address names her. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const id = idDuParametre(url, 'personne')
  const contacts = await lire(locals, (db, perimetre) => listerPourCartes(db, perimetre, id))
  if (url.searchParams.has('personne') && (id === null || contacts.length === 0)) error(404, 'Ce contact n’est pas donné.', {})
  const nom = id === null ? `contacts-${jourDe(locals.maintenant)}` : slug(contacts[0]!.nom) || 'contact'
  return joindre({ nom: `${nom}.vcf`, octets: ecrireCartes(contacts) }, 'text/vcard; charset=utf-8')
}
