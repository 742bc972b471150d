import { distinguerFiches, rapprocherFiches } from '#domaines/actions/commands/distinctions.server.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { geste } from '../../../../session.server.ts'
import type { Actions } from './$types'

const commun = {
  formulaire: 'proches',
  dire: direRefusFiche,
  ici: ({ fiche }: Record<string, string>) => ({ id: fiche })
}

/** What a person says of two actions that look alike. */
export const surLesProches: Actions = {
  distinguer: geste(distinguerFiches, {
    ...commun,
    suite: ({ fiche }, form) => `/actions/${fiche}?distinguee=${String(form.get('autreId'))}#proches`
  }),
  rapprocher: geste(rapprocherFiches, { ...commun, suite: ({ fiche }) => `/actions/${fiche}#proches` })
}
