import { error } from '@sveltejs/kit'
import { peutEffacer } from '#domaines/partenaires/droits.ts'
import { produireSavoir } from '#domaines/pilotage/exports/savoir.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { joindre } from '../../../fichier.server.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** What is held on a person, to be given to her: the coordination's alone, as it gathers what each room knows. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!peutEffacer(entrer(locals).acteur))
    error(403, 'Seule la coordination réunit ce qui est su d’une personne.', {
      conseil: 'Demandez-lui ce document : elle le remet à la personne concernée.'
    })
  return joindre(
    await lire(locals, (db, perimetre) => produireSavoir(db, perimetre, idDe(params.personne), locals.maintenant)),
    'application/pdf'
  )
}
