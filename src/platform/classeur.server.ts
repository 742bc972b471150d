export { estLeger } from './classeur/archive.server.ts'
export { lireClasseur } from './classeur/lire.server.ts'
export { ecrireClasseur } from './classeur/ecrire.server.ts'
export { lireTableauxWord } from './classeur/word.server.ts'
