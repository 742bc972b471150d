import { ajouterConventionNommee } from '#domaines/contrats/commands/nommer.server.ts'
import { retablirConvention, retirerConvention } from '#domaines/contrats/commands/convention.server.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { geste, type Acte } from '../../../../session.server.ts'
import { parLesNoms } from './noms.server.ts'
import type { Actions } from './$types'

const commun = { formulaire: 'convention', dire: direRefusContrat }

/** An act on a convention that the form names. */
const surUneConvention = (acte: Acte, rappeler: boolean) =>
  geste(acte, {
    ...commun,
    suite: ({ contrat }, form) => `/contrats/${contrat}${rappeler ? `?retire=${String(form.get('id'))}` : ''}#convention`
  })

/** What the page does with the conventions of the contract. */
export const surLesConventions: Actions = {
  convention: geste(parLesNoms(ajouterConventionNommee), {
    ...commun,
    ici: ({ contrat }) => ({ contratId: contrat }),
    suite: ({ contrat }) => `/contrats/${contrat}#convention`
  }),
  'retirer-convention': surUneConvention(retirerConvention, true),
  'retablir-convention': surUneConvention(retablirConvention, false)
}
