import { direRefusDeRevenir } from '#domaines/pilotage/libelles.ts'
import { peutRetablir } from '#domaines/pilotage/droits.ts'
import { listerRetires } from '#domaines/pilotage/queries/retires.server.ts'
import { entrer, geste, lire } from '../../../../session.server.ts'
import { retablir } from './retablir.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { acteur, maintenant } = entrer(locals)
  const retires = await lire(locals, (db, perimetre) => listerRetires(db, perimetre, maintenant))
  return {
    revenu: url.searchParams.has('revenu'),
    retires: retires.map((retire) => ({ ...retire, peut: peutRetablir(acteur, retire.table) }))
  }
}

export const actions: Actions = {
  retablir: geste(retablir, { formulaire: 'retablir', dire: direRefusDeRevenir, suite: () => '/historique/retires?revenu=oui' })
}
