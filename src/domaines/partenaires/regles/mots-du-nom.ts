import { normaliser } from '#platform/texte.ts'

/** A name as it is compared: its telling words, the same without spaces, the sigles that it says, and its own initials. */
export type Mots = { nom: string; mots: string[]; colles: string; sigles: ReadonlySet<string>; initiales: string | null }

const PETITS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'en', 'a', 'au', 'aux', 'sur', 'sous', 'pour', 's'])
const TITRES = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'dr', 'docteur', 'docteure', 'pr', 'professeur'])

const decouper = (nom: string) =>
  normaliser(nom)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
const auSingulier = (mot: string) => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot)
/** « C.C.A.S. » is « CCAS ». */
const sansPoints = (nom: string) => nom.replace(/(?:\p{L}\.){2,}\p{L}?/gu, (lettres) => lettres.replaceAll('.', ''))
/** Fewer than three letters name too many things. */
const SIGLE_MIN = 3

/** The words of the name of a structure, plurals and small words apart; « (ARS) » at its end is a sigle, not a word. */
export function motsDeStructure(nom: string, sigle: string | null = null): Mots {
  const [, long = nom, entre = null] = /^(.+?)\s*\(([^()\s]+)\)\s*$/.exec(nom) ?? []
  const tous = decouper(sansPoints(long))
  const gardes = tous.filter((mot) => !PETITS.has(mot))
  const mots = (gardes.length > 0 ? gardes : tous).map(auSingulier)
  const initiales = gardes.length >= SIGLE_MIN ? gardes.map((mot) => mot.charAt(0)).join('') : null
  const seul = mots.length === 1 && tous[0]!.length <= 8 ? tous[0]! : null
  const sigles = [sigle, entre, seul].flatMap((un) => {
    const net = un === null ? '' : decouper(un).join('')
    return net.length >= SIGLE_MIN ? [net] : []
  })
  return { nom, mots, colles: mots.join(''), sigles: new Set(sigles), initiales }
}

/** The words of the name of a person, without « Mme » nor « Dr ». */
export function motsDePersonne(nom: string): Mots {
  const tous = decouper(nom)
  const gardes = tous.filter((mot) => !TITRES.has(mot))
  const mots = gardes.length > 0 ? gardes : tous
  return { nom, mots, colles: mots.join(''), sigles: new Set(), initiales: null }
}
