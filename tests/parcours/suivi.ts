import type { WriteSheet } from 'hucre'

/** A follow-up as a town keeps it: two lines of title, a merged axis, names of its own, a column that means nothing to anyone else. */
export const suivi = (titre: string, maison: string): WriteSheet[] => [
  {
    name: 'Suivi',
    rows: [
      [titre, null, null, null, 'mis à jour en mars'],
      [],
      ['Orientation stratégique', 'Intitulé de l’acton', 'Qui pilote ?', 'Avancement', maison],
      ['Accès aux soins', `Navette santé ${titre}`, 'CCAS', 'En cours', 'Le chauffeur part en juin'],
      [null, `Permanences ${titre}`, 'CPAM', 'Terminé', null],
      ['Santé mentale', `Groupes de parole ${titre}`, 'CLSM', 'Presque', null]
    ],
    merges: [{ startRow: 3, startCol: 0, endRow: 4, endCol: 0 }]
  }
]
