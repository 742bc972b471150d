import { compter, enumerer } from '#platform/texte.ts'
import type { NatureImplantation } from '../schema/implantations.ts'

/** Where a partner is: a place of its own, or (without an id) the quartier that its page names. */
export type LieuDePartenaire = {
  id: string | null
  structureId: string
  structure: string
  nature: NatureImplantation | null
  nom: string | null
  adresse: string | null
  quartierId: string | null
  commune: string | null
  latitude: number | null
  longitude: number | null
  jours: string | null
  surPlace: boolean
  exemple: boolean
}
type Quartier = { id: string; nom: string; nature: 'qpv' | 'quartier'; generation: string | null }

/** The quartiers that are looked at: the priority ones in force, or all where there is none; each with who is there. */
export function presencesParQuartier<Q extends Quartier>(quartiers: readonly Q[], lieux: readonly LieuDePartenaire[]) {
  const generation = quartiers
    .flatMap((quartier) => (quartier.nature === 'qpv' && quartier.generation ? [quartier.generation] : []))
    .toSorted()
    .at(-1)
  const prioritaires = quartiers.filter((quartier) => quartier.nature === 'qpv' && quartier.generation === (generation ?? null))
  const regardes = new Set(prioritaires.length > 0 ? prioritaires : quartiers)
  const lignes = quartiers
    .map((quartier) => ({
      quartier,
      regarde: regardes.has(quartier),
      lieux: lieux.filter(({ quartierId, surPlace }) => surPlace && quartierId === quartier.id)
    }))
    .filter(({ regarde, lieux: presents }) => regarde || presents.length > 0)
  return {
    lignes,
    deserts: lignes.filter(({ regarde, lieux: presents }) => regarde && presents.length === 0),
    nombre: regardes.size
  }
}

/** What the page says first: how many quartiers have nobody. */
export function direPresence({ deserts, nombre }: { deserts: readonly { quartier: Quartier }[]; nombre: number }): string {
  if (nombre === 0) return 'Où sont les partenaires'
  if (deserts.length === 0) return 'Chaque quartier a au moins un partenaire présent'
  if (deserts.length <= 3) return `Aucun partenaire n’est présent à ${enumerer(deserts.map(({ quartier }) => quartier.nom))}`
  return `${compter(deserts.length, 'quartier')} sur ${nombre} n’ont aucun partenaire présent`
}
