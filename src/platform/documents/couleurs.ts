/** The light half of the interface's tokens, for paper; every text colour holds at least 7:1 on white, 4.5:1 on its ground. */
export const COULEURS = {
  encre: '#1b2728',
  encreDouce: '#4c5a5a',
  filet: '#dcd7ca',
  filetFort: '#8a8f86',
  creux: '#f3f0e8',
  fil: '#0b5563',
  filFond: '#e3eff0',
  trame: '#9a4a0c',
  papier: '#ffffff'
} as const
