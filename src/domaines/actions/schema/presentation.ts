/** How an action is told to everybody. */
export type Presentation = { titre: string | null; texte: string; montree: boolean }

/** Signs in the text told to everybody: ten lines, read on a phone. */
export const LONGUEUR_PRESENTATION = 1_200

/** When an action takes place, as somebody who lives there sees it. */
export const MOMENTS_PUBLICS = ['maintenant', 'a_venir', 'passee'] as const
export type MomentPublic = (typeof MOMENTS_PUBLICS)[number]
