import { compter } from '#platform/texte.ts'
import type { compterEmargement } from '../regles/emargement.ts'
import type { fidelite } from '../regles/fidelite.ts'

/** « 12 personnes là, dont 10 des 31 attendues » */
export function direEmargement({ attendus, venusAttendus, venus }: ReturnType<typeof compterEmargement>): string {
  if (venus === 0)
    return attendus === 0
      ? 'Personne n’est encore arrivé'
      : `${compter(attendus, 'personne attendue', 'personnes attendues')}, aucune encore là`
  const la = compter(venus, 'personne là', 'personnes là')
  return attendus === 0 ? la : `${la}, dont ${venusAttendus} sur ${compter(attendus, 'attendue')}`
}

/** « C’est Ana Roy, du CCAS » */
export const direALaPorte = ({ nom, structure }: { nom: string; structure: string | null }): string =>
  `C’est ${nom}${structure ? `, ${structure}` : ''}, de l’annuaire`

/** « 34 structures sont venues, 21 sont revenues » */
export function direFidelite({ venues, revenues, part }: ReturnType<typeof fidelite>): string {
  if (venues === 0) return 'Personne n’est encore noté présent'
  const dites = compter(venues, 'structure est venue', 'structures sont venues')
  if (part === null) return dites
  return `${dites}, ${revenues === 0 ? 'aucune n’est revenue' : compter(revenues, 'est revenue', 'sont revenues')}`
}
