import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** The family name inside the font files. */
export const FAMILLE = 'Atkinson Hyperlegible Next'

const require = createRequire(import.meta.url)
const fichier = (graisse: string) =>
  require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${graisse}/AtkinsonHyperlegibleNext_${graisse}.ttf`)

/** The open font of the interface in the static faces that Typst and Word can embed (they read no variable woff2). */
export function lirePolices() {
  return {
    dossier: dirname(fichier('400Regular')),
    normale: readFileSync(fichier('400Regular')),
    italique: readFileSync(fichier('400Regular_Italic')),
    grasse: readFileSync(fichier('700Bold'))
  }
}
