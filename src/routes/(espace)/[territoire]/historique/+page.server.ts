import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { gestesAnnulables } from '#domaines/pilotage/queries/gestes.server.ts'
import { lireDerniersActes } from '#domaines/pilotage/queries/historique.server.ts'
import { entrer, geste, lire } from '../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { acteur, maintenant } = entrer(locals)
  return lire(locals, async (db, perimetre) => {
    const derniers = await lireDerniersActes(db, perimetre, acteur)
    // the older ones are undone from the history of what they touched
    return { ...derniers, annulables: await gestesAnnulables(db, acteur, [derniers.actes[0]?.geste ?? null], maintenant) }
  })
}

export const actions: Actions = {
  annuler: geste(annulerGeste, { formulaire: 'annuler', dire: direRefusDAnnuler, suite: () => '/historique' })
}
