import type { LieuDePartenaire } from '../regles/presence.ts'
import type { NatureImplantation } from '../schema/implantations.ts'

export const NATURE_IMPLANTATION: Record<NatureImplantation, string> = {
  siege: 'Siège',
  antenne: 'Antenne',
  permanence: 'Permanence'
}

/** « Antenne des Linandes, 3 rue du Pont · mardi matin ». */
export function direLieu({
  nature,
  nom,
  adresse,
  commune,
  jours
}: Pick<LieuDePartenaire, 'nature' | 'nom' | 'adresse' | 'commune' | 'jours'>): string {
  const ou = [nom ?? (nature && NATURE_IMPLANTATION[nature]), adresse, commune].filter(Boolean).join(', ')
  return [ou, jours].filter(Boolean).join(' · ')
}

/** What the history tells of them. */
export const ACTES_IMPLANTATIONS: Record<string, string> = {
  'implantation.noter': 'a noté où est un partenaire',
  'implantation.modifier': 'a corrigé où est un partenaire',
  'implantation.retirer': 'a retiré un lieu d’un partenaire',
  'implantation.retablir': 'a fait revenir un lieu d’un partenaire'
}
export const OBJETS_IMPLANTATIONS: Record<string, string> = { implantations: 'Lieu d’un partenaire' }
export const CHAMPS_IMPLANTATIONS: Record<string, string> = {
  commune: 'Commune',
  latitude: 'Latitude',
  longitude: 'Longitude',
  jours: 'Jours',
  sur_place: 'Sur le territoire'
}
export const VALEURS_IMPLANTATIONS: Record<string, Record<string, string>> = { 'implantations.nature': NATURE_IMPLANTATION }
