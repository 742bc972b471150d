import * as passages from '#domaines/instances/commands/passages.server.ts'
import { direRefusPassage } from '#domaines/instances/libelles/passages.ts'
import { geste, type Acte } from '../../../../session.server.ts'
import type { Actions } from './$types'

const sur = (acte: Acte, formulaire: (id: string) => string, suite = '#passages') =>
  geste(acte, {
    formulaire: (form) => formulaire(String(form.get('id') ?? '')),
    dire: direRefusPassage,
    // a new one is about the body, which the address tells
    ici: ({ instance }) => (acte === passages.noterPassage ? { id: instance } : {}),
    suite: ({ instance }, form) =>
      `/instances/${instance}${acte === passages.retirerPassage ? `?passage-retire=${String(form.get('id'))}` : ''}${suite}`
  })

/** The actions of the page of a body about the times the service went there. */
export const surLesPassages: Actions = {
  'noter-passage': sur(passages.noterPassage, () => 'noter-passage'),
  'modifier-passage': sur(passages.modifierPassage, (id) => `passage-${id}`),
  'retirer-passage': sur(passages.retirerPassage, () => 'retirer-passage'),
  'retablir-passage': sur(passages.retablirPassage, () => 'retablir-passage')
}
