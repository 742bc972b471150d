import {
  declarerRelation,
  modifierRelation,
  retablirRelation,
  retirerRelation
} from '#domaines/partenaires/commands/relations.server.ts'
import { direRefusRelation } from '#domaines/partenaires/libelles/relations.ts'
import { geste } from '../../../../session.server.ts'
import type { Actions } from './$types'

const commun = {
  dire: direRefusRelation,
  ici: ({ structure }: Record<string, string>) => ({ structureId: structure }),
  suite: ({ structure }: Record<string, string>) => `/partenaires/${structure}#relations`
}

/** What the page of a structure does with the relations that it declares. */
export const surLesRelations: Actions = {
  'declarer-relation': geste(declarerRelation, { ...commun, formulaire: 'relation' }),
  'modifier-relation': async (event) => {
    const formulaire = event.url.searchParams.get('modifier') ?? 'relation'
    return geste(modifierRelation, { ...commun, formulaire })(event)
  },
  'retirer-relation': geste(retirerRelation, { ...commun, formulaire: 'relation' }),
  'retablir-relation': geste(retablirRelation, { ...commun, formulaire: 'relation' })
}
