import { error } from '@sveltejs/kit'
import { nommerNiveaux } from '#domaines/partenaires/commands/relations.server.ts'
import { peutNommerNiveaux } from '#domaines/partenaires/droits.ts'
import { direRefusRelation, ECHELLES } from '#domaines/partenaires/libelles/relations.ts'
import { lireEchelle } from '#domaines/partenaires/queries/relations.server.ts'
import { entrer, geste, lire } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutNommerNiveaux(entrer(locals).acteur))
    error(403, 'Votre rôle ne le permet pas.', { conseil: 'Demandez à la coordination du territoire.' })
  const proposee = ECHELLES.find(({ cle }) => cle === url.searchParams.get('mots'))
  return { proposee: proposee?.cle ?? null, noms: proposee?.noms ?? (await lire(locals, lireEchelle)) }
}

export const actions: Actions = {
  default: geste(nommerNiveaux, { formulaire: 'niveaux', dire: direRefusRelation, suite: () => '/partenaires/reseau' })
}
