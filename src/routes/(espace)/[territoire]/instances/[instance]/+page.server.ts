import * as lesAttentes from '#domaines/instances/commands/attentes.server.ts'
import { modifierInstance, retablirInstance, retirerInstance } from '#domaines/instances/commands/instances.server.ts'
import { noterInteret, retirerInteret } from '#domaines/instances/commands/interets.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { ecartsDuMandat, lireInstance, listerSeances, listerThemes } from '#domaines/instances/queries.server.ts'
import { lirePassages } from '#domaines/instances/queries/passages.server.ts'
import { familleDe } from '#domaines/instances/regles.ts'
import { lireClsm } from '#domaines/instances/queries/clsm.server.ts'
import { quiSInteresse } from '#domaines/instances/queries/interets.server.ts'
import { listerAttentes } from '#domaines/instances/queries/questions.server.ts'
import { lireSorties } from '#domaines/instances/queries/sorties.server.ts'
import { listerPersonnes, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../session.server.ts'
import { avec } from './avec.server.ts'
import { surLesPassages } from './passages.server.ts'
import { surLesSeances } from './seances.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const compose = modifie === 'composer'
  const lue = await lire(locals, async (db, perimetre) => {
    const instance = await lireInstance(db, perimetre, idDe(params.instance))
    if (!instance) return null
    const jour = jourDe(locals.maintenant)
    const [seances, attentes, interesses, sorties, clsm, ecarts, structures, personnes, axes, passages] = await Promise.all([
      listerSeances(db, perimetre, instance.id, jour),
      listerAttentes(db, perimetre, instance.id),
      quiSInteresse(db, perimetre, instance.id),
      lireSorties(db, perimetre, instance.id, jour),
      lireClsm(db, perimetre, instance.nature, jour),
      ecartsDuMandat(db, perimetre, instance),
      compose ? nomsDesStructures(db, perimetre) : [],
      compose ? listerPersonnes(db, perimetre) : [],
      modifie === 'modifier' ? listerThemes(db, perimetre) : [],
      familleDe(instance.nature) === 'participatives' ? lirePassages(db, perimetre, instance.id) : null
    ])
    const noms = { structures: structures.map(({ nom }) => nom), personnes: personnes.map(({ nom }) => nom) }
    return { instance, seances, attentes, interesses, sorties, clsm, ecarts, ...noms, axes, passages }
  })
  const corrige = peut ? idDuParametre(url, 'corriger') : null
  return {
    ...lue,
    modifie,
    peut,
    corrige,
    seanceRetiree: idDuParametre(url, 'seance-retiree'),
    passageRetire: idDuParametre(url, 'passage-retire')
  }
}

export const actions: Actions = {
  ...surLesPassages,
  modifier: avec(modifierInstance, 'modifier', 'id'),
  composer: avec(composerInstance, 'composer', 'id'),
  retirer: geste(retirerInstance, {
    formulaire: 'retirer',
    dire: direRefusInstance,
    ici: ({ instance }) => ({ id: instance }),
    suite: ({ instance }) => `/instances?retire=${instance}`
  }),
  retablir: avec(retablirInstance, 'retablir', 'id'),
  ...surLesSeances,
  'noter-interet': avec(noterInteret, 'noter-interet', 'id', '#interets'),
  'retirer-interet': avec(retirerInteret, 'noter-interet', 'id', '#interets'),
  'prevoir-attente': avec(lesAttentes.prevoirAttente, 'attentes', null, '#attentes'),
  'ecarter-attente': avec(lesAttentes.ecarterAttente, 'attentes', null, '#attentes'),
  'reprendre-attente': avec(lesAttentes.reprendreAttente, 'attentes', null, '#attentes')
}
