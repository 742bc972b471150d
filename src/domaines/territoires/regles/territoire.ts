import { slug } from '#platform/texte.ts'
import type { NatureTerritoire, PartieRequise } from '../schema.ts'

/** The parties that sign a contract when the territory asks for nothing else: collectivité, ARS and préfecture. */
export const PARTIES_PAR_DEFAUT: PartieRequise[] = ['collectivite', 'ars', 'prefecture']

/** « Ville de Cergy », « Ville du Mans », « Ville d’Orly », « Ville de La Rochelle ». */
export function nomDeVille(commune: string): string {
  if (/^Le /.test(commune)) return `Ville du ${commune.slice(3)}`
  if (/^Les /.test(commune)) return `Ville des ${commune.slice(4)}`
  if (/^[AEÉÈÊIÎOÔUYÀÂ]/.test(commune)) return `Ville d’${commune}`
  return `Ville de ${commune}`
}

/** First words of an address that the product keeps for its own pages. */
export const ADRESSES_GARDEES = ['commencer', 'connexion', 'courriels', 'deconnexion', 'fichiers', 'public', 'sante']

/** The address of a territory: its name without its civil form; a number is added when another one has it. */
export function slugLibre(nom: string, pris: readonly string[]): string {
  const racine = slug(nom.replace(/^(?:Ville (?:de la |de l’|des |du |de |d’)|CA |CC |CU |Métropole )/u, '')) || 'territoire'
  const occupes = new Set([...ADRESSES_GARDEES, ...pris])
  if (!occupes.has(racine)) return racine
  let suite = 2
  while (occupes.has(`${racine}-${suite}`)) suite++
  return `${racine}-${suite}`
}

/** The nature that a code announces: an INSEE code is a commune's, a SIREN an intercommunality's. Null when it is neither. */
export function natureDuCode(code: string, intercommunalite: string | null): NatureTerritoire | null {
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return 'commune'
  if (/^\d{9}$/.test(code)) return intercommunalite === 'EPT' ? 'ept' : 'epci'
  return null
}

/**
 * The population of a territory: the sum of its communes' legal populations, the geography's year, and how many communes give none
 * (R-030). Null when no commune gives one.
 */
export function populationDe(
  communes: readonly { population: number | null; millesime: number }[]
): { total: number; millesime: number; sans: number } | null {
  const connues = communes.filter((commune) => commune.population !== null)
  if (connues.length === 0) return null
  const total = connues.reduce((somme, commune) => somme + commune.population!, 0)
  return { total, millesime: Math.max(...communes.map((commune) => commune.millesime)), sans: communes.length - connues.length }
}
