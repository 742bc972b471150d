import { presenterFiche } from '#domaines/actions/commands/presenter.server.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { geste } from '../../../../session.server.ts'
import type { Actions } from './$types'

/** How the action is told to everybody. */
export const surLePublic: Actions = {
  public: geste(presenterFiche, {
    formulaire: 'public',
    dire: direRefusFiche,
    ici: ({ fiche }) => ({ id: fiche }),
    suite: ({ fiche }) => `/actions/${fiche}#public`
  })
}
