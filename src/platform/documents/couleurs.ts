/** The light half of the interface's tokens, for paper; every text colour holds at least 7:1 on white, 4.5:1 on its ground. */
const PAPIER = {
  encre: '#1b2728',
  encreDouce: '#4c5a5a',
  filet: '#dcd7ca',
  filetFort: '#8a8f86',
  creux: '#f3f0e8',
  papier: '#ffffff'
} as const

/** What a tint changes: the colour of the cover and of the headings, its pale ground, and the thread woven with it. */
type Tons = { fil: string; filFond: string; trame: string }

/** The tints that a territory may give to its documents; white reads on each at 7:1 at least, each reads on its pale ground at 4.5:1. */
export const TEINTES = {
  petrole: { fil: '#0b5563', filFond: '#e3eff0', trame: '#9a4a0c' },
  marine: { fil: '#1c3d72', filFond: '#e5ecf6', trame: '#9a4a0c' },
  foret: { fil: '#1f5233', filFond: '#e4f0e7', trame: '#8a4b10' },
  bordeaux: { fil: '#7a1f31', filFond: '#f7e8e9', trame: '#745410' },
  prune: { fil: '#5b2c63', filFond: '#f2e8f3', trame: '#745410' },
  ardoise: { fil: '#3a444d', filFond: '#e9ecee', trame: '#9a4a0c' }
} as const satisfies Record<string, Tons>
export type Teinte = keyof typeof TEINTES

export type Couleurs = Record<keyof typeof PAPIER | keyof Tons, string>

/** Every colour of a document of this tint. */
export const couleursDe = (teinte: Teinte): Couleurs => ({ ...PAPIER, ...TEINTES[teinte] })
