import { modifierInstance, retablirInstance, retirerInstance } from '#domaines/instances/commands/instances.server.ts'
import * as lesSeances from '#domaines/instances/commands/seances.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireInstance, listerSeances, listerThemes } from '#domaines/instances/queries.server.ts'
import { listerPersonnes, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const jour = jourDe(locals.maintenant)
  const modifie = peut ? sectionDemandee(url) : null
  const lue = await lire(locals, async (db, perimetre) => {
    const instance = await lireInstance(db, perimetre, idDe(params.instance))
    if (!instance) return null
    const compose = modifie === 'composer'
    const [seances, structures, personnes, axes] = await Promise.all([
      listerSeances(db, perimetre, instance.id, jour),
      compose ? nomsDesStructures(db, perimetre) : [],
      compose ? listerPersonnes(db, perimetre) : [],
      modifie === 'modifier' ? listerThemes(db, perimetre) : []
    ])
    return { instance, seances, structures: structures.map(({ nom }) => nom), personnes: personnes.map(({ nom }) => nom), axes }
  })
  return {
    ...lue,
    modifie,
    peut,
    corrige: peut ? idDuParametre(url, 'corriger') : null,
    seanceRetiree: idDuParametre(url, 'seance-retiree')
  }
}

const avec = (acte: Acte, formulaire: string, suite = '') =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ instance }) => ({ id: instance }),
    suite: ({ instance }) => (suite ? `/instances?retire=${instance}` : `/instances/${instance}`)
  })

const avecSeance = (acte: Acte, formulaire: string) =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ instance }) => (formulaire === 'prevoir-seance' ? { instanceId: instance } : {}),
    suite: ({ instance }, form) =>
      `/instances/${instance}${formulaire === 'retirer-seance' ? `?seance-retiree=${String(form.get('id'))}` : ''}#seances`
  })

export const actions: Actions = {
  modifier: avec(modifierInstance, 'modifier'),
  composer: avec(composerInstance, 'composer'),
  retirer: avec(retirerInstance, 'retirer', 'liste'),
  retablir: avec(retablirInstance, 'retablir'),
  'prevoir-seance': avecSeance(lesSeances.prevoirSeance, 'prevoir-seance'),
  'modifier-seance': avecSeance(lesSeances.modifierSeance, 'modifier-seance'),
  'annuler-seance': avecSeance(lesSeances.annulerSeance, 'annuler-seance'),
  'maintenir-seance': avecSeance(lesSeances.maintenirSeance, 'maintenir-seance'),
  'retirer-seance': avecSeance(lesSeances.retirerSeance, 'retirer-seance'),
  'retablir-seance': avecSeance(lesSeances.retablirSeance, 'retablir-seance')
}
