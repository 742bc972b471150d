import { corrigerReleve, retablirReleve, retirerReleve } from '#domaines/actions/commands/indicateurs.server.ts'
import { sur } from './nouvelles.server.ts'
import type { Actions } from './$types'

export const surLesReleves: Actions = {
  'corriger-releve': sur(
    corrigerReleve,
    (id) => `releve-${id}`,
    () => '#indicateurs'
  ),
  'retirer-releve': sur(
    retirerReleve,
    () => 'indicateurs',
    (id) => `?releve-retire=${id}#indicateurs`
  ),
  'retablir-releve': sur(
    retablirReleve,
    () => 'indicateurs',
    () => '#indicateurs'
  )
}
