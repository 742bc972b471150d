import { compter } from '#platform/texte.ts'
import { STATUTS, type Statut } from '../schema/mots.ts'

type Comptee = { statut: Statut | null; nombre: number; echues: number }

/** The nine columns of the board in their settled order: what is not said yet comes first, for it is what waits to be sorted. */
export function colonnesDesStatuts<T extends Comptee & { cartes: readonly unknown[] }>(lues: readonly T[]): T[] {
  const trouvees = new Map(lues.map((colonne) => [colonne.statut, colonne]))
  return [null, ...STATUTS].map(
    (statut) => trouvees.get(statut) ?? ({ statut, nombre: 0, echues: 0, cartes: [] as readonly unknown[] } as T)
  )
}

/** What the board says at first sight: what is past its end, else what is not said, else what goes on. */
export function titreDesStatuts(colonnes: readonly Comptee[]): string {
  const somme = (de: (colonne: Comptee) => number) => colonnes.reduce((total, colonne) => total + de(colonne), 0)
  const nombre = somme((colonne) => colonne.nombre)
  if (nombre === 0) return 'Aucune action à classer'
  const combien = (statut: Statut | null) => colonnes.find((colonne) => colonne.statut === statut)?.nombre ?? 0
  const actions = compter(nombre, 'action')
  const echues = somme((colonne) => colonne.echues)
  const enCours = combien('en_cours')
  const vont =
    enCours === 0
      ? 'aucune en cours'
      : enCours === nombre
        ? nombre === 1
          ? 'en cours'
          : 'toutes en cours'
        : `${enCours.toLocaleString('fr-FR')} en cours`
  if (echues > 0) return `${actions}, ${vont}, ${echues.toLocaleString('fr-FR')} à l’échéance passée`
  const nonDits = combien(null)
  if (nonDits === nombre) return `${actions} dont personne n’a dit le statut`
  return nonDits > 0
    ? `${actions}, ${vont}, ${nonDits.toLocaleString('fr-FR')} au statut non précisé`
    : `${actions}, ${vont}, aucune à l’échéance passée`
}
