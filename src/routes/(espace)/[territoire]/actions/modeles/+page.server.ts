import { error } from '@sveltejs/kit'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { listerActionsModeles } from '#domaines/actions/queries/modeles.server.ts'
import { chercherModeles } from '#domaines/actions/regles/modeles.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutEcrireFiche(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas d’écrire une action.', { conseil: 'Demandez à la coordination du territoire.' })
  const { q: recherche = '', page } = lireVue(url.searchParams)
  const livres = chercherModeles(recherche)
  const duTerritoire = await lire(locals, (db, perimetre) => listerActionsModeles(db, perimetre, { recherche, page }))
  return { recherche, page, livres, ...duTerritoire }
}
