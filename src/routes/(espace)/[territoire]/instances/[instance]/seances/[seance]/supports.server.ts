import { joindreSupport, retablirSupport, retirerSupport } from '#domaines/instances/commands/supports.server.ts'
import { direRefusSupport } from '#domaines/instances/libelles/supports.ts'
import { avecFichier } from '../../../../../../pieces.server.ts'
import { geste } from '../../../../../../session.server.ts'
import type { Actions } from './$types'

const ici = ({ instance, seance }: Record<string, string>, suite = '') =>
  `/instances/${instance}/seances/${seance}${suite}#documents`
const options = { formulaire: 'documents', dire: direRefusSupport }

/** What is joined to a meeting, and taken away. */
export const surLesSupports: Actions = {
  'joindre-support': avecFichier(
    joindreSupport,
    () => 'documents',
    ({ seance }) => ({ id: seance }),
    (params) => ici(params),
    direRefusSupport
  ),
  'retirer-support': geste(retirerSupport, {
    ...options,
    suite: (params, form) => ici(params, `?retire=${String(form.get('id'))}`)
  }),
  'retablir-support': geste(retablirSupport, { ...options, suite: (params) => ici(params) })
}
