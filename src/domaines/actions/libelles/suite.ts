import type { Devenir, NatureLien } from '../schema/suite.ts'

/** What an action becomes when its contract ends, beside a count. */
export const DEVENIR: Record<Devenir, string> = {
  reconduite: 'à reconduire',
  hors_contrat: 'hors contrat',
  terminee: 'terminées',
  abandonnee: 'abandonnées'
}

/** The same of one action. */
export const DEVENIR_DIT: Record<Devenir, string> = {
  reconduite: 'Reconduite',
  hors_contrat: 'Continue hors contrat',
  terminee: 'Terminée',
  abandonnee: 'Abandonnée'
}

/** How an action stands to another, read from each side. */
export const NATURE_LIEN: Record<NatureLien, { de: string; vers: string }> = {
  complete: { de: 'Complète', vers: 'Complétée par' },
  prepare: { de: 'Prépare', vers: 'Préparée par' },
  prolonge: { de: 'Prolonge', vers: 'Prolongée par' },
  partage: { de: 'Partage ses moyens avec', vers: 'Partage ses moyens avec' }
}
