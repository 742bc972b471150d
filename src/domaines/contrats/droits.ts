import type { Acteur } from '#platform/acteur.ts'

/** The contract is written by the coordination. */
export const peutEcrireContrat = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'

/** That a contract is signed is declared by the coordination or the direction. */
export const peutDeclarerSignature = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'direction'
