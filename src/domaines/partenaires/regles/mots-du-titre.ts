import { normaliser } from '#platform/texte.ts'

/** Words that stand in any title and tell nothing of it. */
const VIDES = new Set(
  (
    'les des une aux avec pour par dans sur sous chez vers leur leurs son ses nos vos qui que entre sans plus mieux tous tout toute toutes ' +
    'action actions projet projets sante mise place oeuvre ville local locale territoire habitant habitants ' +
    'developper developpement renforcer favoriser ameliorer creer creation'
  ).split(' ')
)

/** What the forms of one word share: « permanence » and « permanents », « nutrition » and « nutritionnel ». */
export const radical = (mot: string): string => mot.replace(/[sx]$/, '').slice(0, 7)

/** The words of a title that tell something of it, by what their forms share; numbers and years are none. */
export function motsDuTitre(titre: string): Map<string, string> {
  const mots = new Map<string, string>()
  for (const ecrit of titre.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const mot = normaliser(ecrit)
    if (mot.length > 2 && !/^\d+$/.test(mot) && !VIDES.has(mot) && !mots.has(radical(mot))) mots.set(radical(mot), ecrit)
  }
  return mots
}
