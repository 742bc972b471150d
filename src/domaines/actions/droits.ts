import type { Acteur } from '#platform/acteur.ts'

/** Fiches are written by the coordination and by contributors. */
export const peutEcrireFiche = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'

/** Bringing a whole plan in is the coordination's act. */
export const peutImporterPlan = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'
