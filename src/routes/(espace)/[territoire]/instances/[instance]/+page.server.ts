import { modifierInstance, retablirInstance, retirerInstance } from '#domaines/instances/commands/instances.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireInstance, listerThemes } from '#domaines/instances/queries.server.ts'
import { listerPersonnes, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const lue = await lire(locals, async (db, perimetre) => {
    const instance = await lireInstance(db, perimetre, idDe(params.instance))
    if (!instance) return null
    const compose = modifie === 'composer'
    const [structures, personnes, axes] = await Promise.all([
      compose ? nomsDesStructures(db, perimetre) : [],
      compose ? listerPersonnes(db, perimetre) : [],
      modifie === 'modifier' ? listerThemes(db, perimetre) : []
    ])
    return { instance, structures: structures.map(({ nom }) => nom), personnes: personnes.map(({ nom }) => nom), axes }
  })
  return { ...lue, modifie, peut }
}

const avec = (acte: Acte, formulaire: string, suite = '') =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ instance }) => ({ id: instance }),
    suite: ({ instance }) => (suite ? `/instances?retire=${instance}` : `/instances/${instance}`)
  })

export const actions: Actions = {
  modifier: avec(modifierInstance, 'modifier'),
  composer: avec(composerInstance, 'composer'),
  retirer: avec(retirerInstance, 'retirer', 'liste'),
  retablir: avec(retablirInstance, 'retablir')
}
