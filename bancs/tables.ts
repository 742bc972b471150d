import { composerTablees } from '../src/domaines/instances/regles/tablees.ts'
import type { Noter } from './mesures.ts'

/** What a host waits for after « Composer les tours »: seconds. */
const LIMITE = 2
const CAS = [
  [45, 4, 6],
  [45, 5, 6],
  [120, 6, 12]
] as const

/** How long tables take to be composed, against what a host waits for, and how many meet twice. */
export function mesurerLesTables(noter: Noter): void {
  for (const [nombre, taille, tours] of CAS) {
    const gens = Array.from({ length: nombre }, (_, rang) => ({
      id: `p${rang}`,
      structure: `s${rang % Math.ceil(nombre / 2)}`,
      secteur: `x${rang % 8}`
    }))
    const debut = performance.now()
    const { repetitions } = composerTablees({ gens, connus: new Set(), tours, taille, graine: 1 })
    const duree = (performance.now() - debut) / 1000
    noter(
      `rencontres de ${nombre} personnes par tables de ${taille}, ${tours} tours`,
      `${duree.toFixed(2)} s, ${repetitions} retrouvailles`,
      `${(LIMITE / duree).toFixed(1)} fois plus vite que la limite de ${LIMITE} s`,
      duree < LIMITE
    )
  }
}
