import { ecartsDuMandat, lireInstance, listerSeances, listerThemes, seancesDuTheme } from '#domaines/instances/queries.server.ts'
import { lireClsm } from '#domaines/instances/queries/clsm.server.ts'
import { quiSInteresse } from '#domaines/instances/queries/interets.server.ts'
import { lirePassages } from '#domaines/instances/queries/passages.server.ts'
import { listerAttentes } from '#domaines/instances/queries/questions.server.ts'
import { lireSorties } from '#domaines/instances/queries/sorties.server.ts'
import { estUnGroupe, familleDe } from '#domaines/instances/regles.ts'
import { sansPourquoi } from '#domaines/instances/regles/seances.ts'
import { listerPersonnes, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

/** A body and all that its page shows, with what the opened form needs; null for none. */
export async function lireToute(db: Tx, perimetre: Perimetre, id: string, modifie: string | null, jour: string) {
  const instance = await lireInstance(db, perimetre, id)
  if (!instance) return null
  const compose = modifie === 'composer'
  const [seances, duTheme, attentes, interesses, sorties, clsm, ecarts, structures, personnes, axes, passages] =
    await Promise.all([
      listerSeances(db, perimetre, instance.id, jour),
      estUnGroupe(instance.nature) ? seancesDuTheme(db, perimetre, instance) : [],
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
  return {
    instance,
    seances,
    sansPourquoi: sansPourquoi(instance.nature, duTheme),
    attentes,
    interesses,
    sorties,
    clsm,
    ecarts,
    ...noms,
    axes,
    passages
  }
}
