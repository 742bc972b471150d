/** How long somebody who says nothing more is still held to be there, in milliseconds. */
export const PRESENT = 60_000

/** How often a page says that somebody is there, in milliseconds. */
export const SIGNE = 15_000

/** Somebody else on the same fiche, and the section that she writes. */
export type Presence = { nom: string; section: string | null }
