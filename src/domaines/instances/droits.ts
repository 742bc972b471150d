import type { Acteur } from '#platform/acteur.ts'

/** Bodies and their meetings are kept by the coordination, helped by contributors. */
export const peutTenirInstances = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'
