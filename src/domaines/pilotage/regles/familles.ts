import type { Statut } from '#domaines/actions/schema/mots.ts'

/** Statuses as a bar shows them: four families, from what is done to what has not begun. */
export const FAMILLES = [
  { ton: 'ok', libelle: 'réalisées', statuts: ['realise'] },
  { ton: 'fil', libelle: 'en cours', statuts: ['en_cours'] },
  { ton: 'trame', libelle: 'en retard, en pause ou bloquées', statuts: ['en_retard', 'en_pause', 'bloque'] },
  { ton: 'neutre', libelle: 'à venir ou à discuter', statuts: ['a_venir', 'a_discuter', null] }
] as const satisfies readonly { ton: string; libelle: string; statuts: readonly (Statut | null)[] }[]

export type Part = { ton: (typeof FAMILLES)[number]['ton']; libelle: string; nombre: number }

/** How many of these statuses fall in each family, in order; those given up fall in none. */
export function compterParFamille(statuts: readonly (Statut | null)[]): Part[] {
  return FAMILLES.map(({ ton, libelle, statuts: famille }) => ({
    ton,
    libelle,
    nombre: statuts.filter((statut) => (famille as readonly (Statut | null)[]).includes(statut)).length
  }))
}
