import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { geste, type Acte } from '../../../../session.server.ts'

/** An act of the page, whose id is that of the body or in the form; `suite` is what follows the address of the page. */
export const avec = (
  acte: Acte,
  formulaire: string | ((form: FormData) => string),
  id: string | null,
  suite: string | ((form: FormData) => string) = ''
) =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ instance }) => (id ? { [id]: instance } : {}),
    suite: ({ instance }, form) => `/instances/${instance}${typeof suite === 'string' ? suite : suite(form)}`
  })
