import { normaliser } from '#platform/texte.ts'
import { TYPE_STRUCTURE } from '../../libelles.ts'
import { typeDuNom } from '../../regles.ts'
import type { TypeStructure } from '../../schema.ts'

const ADRESSE = /[^\s<>()[\],;:"/\\]+@[^\s<>()[\],;:"/\\]+/g
const ADRESSE_ENTIERE = /^[a-z0-9._%+'-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/**
 * The first whole address of a cell, in lower case (« Marie <Marie@CPAM.fr> », « mailto: »), the other ones, and whether the cell says
 * something that is none.
 */
export function lireCourriel(texte: string): { courriel: string | null; autres: string[]; illisible: boolean } {
  const trouvees = (texte.toLowerCase().match(ADRESSE) ?? [])
    .map((une) => une.replace(/^mailto:/, '').replace(/^[.'-]+|[.'-]+$/g, ''))
    .filter((une) => ADRESSE_ENTIERE.test(une) && une.length <= 254 && !une.includes('..'))
  const [courriel = null, ...autres] = [...new Set(trouvees)]
  return { courriel, autres, illisible: courriel === null && /[\p{L}\d]/u.test(texte) }
}

/** « 01 34 56 78 90 », whatever the dots, the country and the zero that spreadsheets eat; several keep their order. Null: no number. */
export function lireTelephone(texte: string): string | null {
  const numeros = texte
    .split(/\s*(?:\/|;|,|\n|\bou\b|\bet\b|\|)\s*/)
    .map(unTelephone)
    .filter((un) => un !== null)
  const dit = [...new Set(numeros)].join(' / ')
  return dit === '' || dit.length > 40 ? (numeros[0] ?? null) : dit
}

function unTelephone(texte: string): string | null {
  const chiffres = texte.replace(/[^\d+]/g, '').replace(/^(?:\+|00)33(?:\(?0\)?)?/, '0')
  const national = /^[1-9]\d{8}$/.test(chiffres) ? `0${chiffres}` : chiffres
  if (/^0\d{9}$/.test(national)) return national.replace(/(\d\d)(?=\d)/g, '$1 ')
  if (/^\d{4}$/.test(national)) return national
  return /^\+\d{8,15}$/.test(national) ? national : null
}

/** Fourteen digits, whatever the spaces between them; null otherwise. */
export function lireSiret(texte: string): string | null {
  const chiffres = texte.replace(/[\s.\u00a0-]/g, '')
  return /^\d{14}$/.test(chiffres) ? chiffres : null
}

const lettres = (texte: string) => normaliser(texte).replace(/[^a-z0-9]/g, '')
const TYPES = new Map(
  (Object.entries(TYPE_STRUCTURE) as [TypeStructure, string][]).flatMap(([type, mot]) => [
    [lettres(mot), type] as const,
    [lettres(mot.replace(/\(.*\)/, '')), type] as const,
    [lettres(type), type] as const
  ])
)

/** The type of the list that a cell names, by its label or by its usual words; null when it says none of them. */
export function lireType(texte: string): TypeStructure | null {
  const cle = lettres(texte)
  const trouve = TYPES.get(cle) ?? TYPES.get(cle.replace(/s$/, '')) ?? typeDuNom(texte)
  return trouve === 'autre' && cle !== 'autre' ? null : trouve
}

/** A name without « M. » nor « Mme »; empty when nothing is left. */
export const sansCivilite = (nom: string): string =>
  nom.replace(/^(?:(?:m|mr|mme|mlle|mmes|mm|monsieur|madame|mademoiselle)(?:\.|\s)\s*)+/iu, '').trim()
