import { compter } from '#platform/texte.ts'
import type { compterEmargement } from '../regles/emargement.ts'

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
