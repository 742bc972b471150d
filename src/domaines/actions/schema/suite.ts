/** What an action becomes when its contract ends: taken over by the next one, living on outside any, done, given up. */
export const DEVENIRS = ['reconduite', 'hors_contrat', 'terminee', 'abandonnee'] as const
export type Devenir = (typeof DEVENIRS)[number]

/** How an action stands to another: it completes it, prepares it, goes on from it, shares its means. */
export const NATURES_LIEN = ['complete', 'prepare', 'prolonge', 'partage'] as const
export type NatureLien = (typeof NATURES_LIEN)[number]

/** Which actions a new generation takes over: those that were so decided, all that still live, or none. */
export const ACTIONS_REPRISES = ['decidees', 'vivantes', 'aucune'] as const
