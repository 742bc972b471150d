import { composerOrdreDuJour } from '#domaines/instances/commands/points.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { actionsASuivre, lireSeance, tourDesPresentations } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { depuisQuandSuivre } from '#domaines/instances/regles/ordre-du-jour.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const jour = jourDe(locals.maintenant)
  const lue = await lire(locals, async (db, perimetre) => {
    const seance = await lireSeance(db, perimetre, idDe(params.seance))
    if (!seance || seance.instanceId !== params.instance) return null
    const depuis = depuisQuandSuivre(seance.jour, seance.autres)
    const [actions, structures] = await Promise.all([
      seance.axeId ? actionsASuivre(db, perimetre, seance.axeId, depuis) : [],
      modifie === 'composer' ? tourDesPresentations(db, perimetre, jour) : []
    ])
    return { seance, depuis, actions, structures: structures.map(({ nom }) => nom) }
  })
  return { ...lue, modifie, peut }
}

export const actions: Actions = {
  composer: geste(composerOrdreDuJour, {
    formulaire: 'composer',
    dire: direRefusInstance,
    ici: ({ seance }) => ({ id: seance }),
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}`
  })
}
