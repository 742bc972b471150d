/** The last letter to the address that the directory gives today, refused or perhaps not arrived; `le`: the day it was written, in Paris. */
export type LettrePerdue = { le: string; etat: 'refuse' | 'doute'; motif: string | null }

/** A person or a structure whose last letter did not arrive, or perhaps not. */
export type AdressePerdue = LettrePerdue & { id: string; nom: string; sorte: 'personne' | 'structure'; courriel: string }
