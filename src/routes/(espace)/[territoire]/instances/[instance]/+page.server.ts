import * as lesAttentes from '#domaines/instances/commands/attentes.server.ts'
import { modifierInstance, retablirInstance, retirerInstance } from '#domaines/instances/commands/instances.server.ts'
import { noterInteret, retirerInteret } from '#domaines/instances/commands/interets.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../session.server.ts'
import { avec } from './avec.server.ts'
import { lireToute } from './lecture.server.ts'
import { surLesPassages } from './passages.server.ts'
import { surLesSeances } from './seances.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const lue = await lire(locals, (db, perimetre) =>
    lireToute(db, perimetre, idDe(params.instance), modifie, jourDe(locals.maintenant))
  )
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
