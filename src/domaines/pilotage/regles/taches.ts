import { tacheDuContratEchu, tachesDuContrat, tachesSansContrat } from './taches/contrat.ts'
import { tacheDesTransversaux, tachesDesFiches } from './taches/fiches.ts'
import { tacheDeRevoir, tachesDesPartenaires } from './taches/partenaires.ts'
import { tachesDesSeances } from './taches/seances.ts'
import type { Situation, Tache } from './taches/situation.ts'

/** What waits for the coordination on a day, the most pressing first; hrefs are under the territory's address. */
export function tachesDuJour(situation: Situation, jour: string): Tache[] {
  const { contrat } = situation
  if (!contrat) return tachesSansContrat()
  return [
    ...tacheDuContratEchu(contrat, jour),
    ...tachesDesSeances(situation),
    ...tachesDesPartenaires(situation),
    ...tachesDuContrat(contrat, situation, jour),
    ...tachesDesFiches(situation, jour),
    ...tacheDeRevoir(situation),
    ...tacheDesTransversaux(situation)
  ]
}
