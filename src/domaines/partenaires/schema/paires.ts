/** What may be merged, as addresses say it. */
export const SORTES = ['structures', 'personnes'] as const
export type Sorte = (typeof SORTES)[number]

export type Verdict = 'distinctes' | 'reunies'

/** What two structures are compared by. */
export type ProfilStructure = {
  id: string
  nom: string
  sigle: string | null
  type: string
  siret: string | null
  courriel: string | null
  telephone: string | null
}

/** What two people are compared by; `structures` are those where each holds a function today. */
export type ProfilPersonne = {
  id: string
  nom: string
  courriel: string | null
  telephone: string | null
  structures: readonly string[]
}

/** Why two look like one; the surest first. */
export type Raison =
  | { sorte: 'siret' | 'courriel' | 'telephone' | 'nom' | 'ordre' | 'structure' }
  | { sorte: 'sigle'; sigle: string }
  | { sorte: 'contenu'; court: string }
  | { sorte: 'proche'; mots: [string, string] }
  | { sorte: 'initiale'; court: string }

/** Two ids that look like one, how sure it is from 0 to 1, and why. */
export type Paire = { unId: string; autreId: string; score: number; raisons: Raison[] }

/** What an address asks to compare; structures unless it says people. */
export const sorteDe = (dite: unknown): Sorte => (dite === 'personnes' ? 'personnes' : 'structures')
