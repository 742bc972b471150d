import { error, json } from '@sveltejs/kit'
import { signalerPresence } from '#domaines/actions/commands/presence.server.ts'
import { entrer } from '../../../../../session.server.ts'
import { idDe } from '../../../../../adresse.server.ts'
import type { RequestHandler } from './$types'

/** Says that a person is on the fiche and answers who else is: `{ autres: [{ nom, section }] }`. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const dit = (await request.json().catch(() => ({}))) as { section?: unknown }
  const section = typeof dit.section === 'string' ? dit.section : null
  const fait = await signalerPresence(entrer(locals), { id: idDe(params.fiche), section })
  if (fait.ok) return json({ autres: fait.valeur })
  if (fait.sorte === 'interdit') error(403, 'Votre rôle ne permet pas d’écrire les actions.', {})
  error(fait.sorte === 'introuvable' ? 404 : 422, 'Cette action n’existe pas, ou plus.', {})
}
