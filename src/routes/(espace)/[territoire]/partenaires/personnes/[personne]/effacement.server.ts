import { direRefusEffacer } from '#domaines/partenaires/libelles/effacements.ts'
import { demanderEffacement, garderPersonne } from '#domaines/pilotage/commands/effacement.server.ts'
import { geste } from '../../../../../session.server.ts'
import type { Actions } from './$types'

const delle = {
  formulaire: 'effacer',
  dire: direRefusEffacer,
  ici: ({ personne }: Record<string, string>) => ({ id: personne }),
  suite: ({ personne }: Record<string, string>) => `/partenaires/personnes/${personne}`
}

/** What becomes of what is held on her. */
export const surSonEffacement: Actions = {
  'demander-effacement': geste(demanderEffacement, delle),
  garder: geste(garderPersonne, delle)
}
