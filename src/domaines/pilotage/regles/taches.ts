import { tacheDuContratEchu, tachesDuContrat, tachesSansContrat } from './taches/contrat.ts'
import { tacheDesTransversaux, tachesDesFiches } from './taches/fiches.ts'
import { tacheDeRevoir, tacheDesAdresses, tachesDesPartenaires } from './taches/partenaires.ts'
import { tachesDesSeances } from './taches/seances.ts'
import type { Situation, Tache } from './taches/situation.ts'

/** What waits for the coordination on a day, the most pressing first; hrefs are under the territory's address. */
export function tachesDuJour(situation: Situation, jour: string): Tache[] {
  const { contrat } = situation
  return [
    ...(contrat ? tacheDuContratEchu(contrat, jour) : []),
    ...tachesDesSeances(situation),
    ...tacheDesAdresses(situation),
    ...tachesDesPartenaires(situation),
    ...(contrat ? tachesDuContrat(contrat, situation, jour) : tachesSansContrat()),
    ...tachesDesFiches(situation, jour),
    ...tacheDeRevoir(situation),
    ...tacheDesTransversaux(situation)
  ]
}
