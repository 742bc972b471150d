import type { Acteur } from '#platform/acteur.ts'

/** Who comes in and with which role is the coordination's to say. */
export const peutInviter = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'

/** Accounts are made by the product, by an administrator, or by an invitation. */
export const peutCreerCompte = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.administrateur
