import type { Acteur } from '#platform/acteur.ts'

/** The directory is kept by the coordination; a contributor may add to it. */
export const peutTenirAnnuaire = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'
