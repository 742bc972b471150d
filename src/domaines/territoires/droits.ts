import type { Acteur } from '#platform/acteur.ts'

/** Territories are created by administrators, or by the product itself. */
export const peutCreerTerritoire = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.administrateur

/** What a territory is (its communes, quartiers, rules) is the coordination's to write. */
export const peutReglerTerritoire = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'
