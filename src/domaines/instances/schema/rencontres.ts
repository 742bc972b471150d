/** Someone who takes part in express meetings: `secteur` is what her house does. */
export type Participant = { id: string; structure: string | null; secteur: string | null }

/** A round: who meets whom, and who rests when their number is odd. */
export type Tour = { paires: [un: string, autre: string][]; pause: string | null }

/** The contacts of someone that pass to who met her, both having said yes. */
export type ContactPasse = {
  nom: string
  structure: string | null
  fonction: string | null
  courriel: string | null
  telephone: string | null
}

/** What a letter after express meetings says to one person: whom she met who said yes as she did, and what they promised each other. */
export type LettreApresRencontres = {
  nom: string
  instance: string
  jour: string
  heure: string | null
  territoire: string
  coordination: string | null
  contacts: ContactPasse[]
  promesses: { avec: string; texte: string }[]
}

/** Why two people are taken to know each other already. */
export const RAISONS_DE_CONNAITRE = ['structure', 'instance', 'seance', 'rencontre'] as const
export type RaisonDeConnaitre = (typeof RAISONS_DE_CONNAITRE)[number]

export const PARTICIPANTS_MIN = 4
export const PARTICIPANTS_MAX = 120
export const TOURS_MAX = 20

/** How many sit together: two, the express meeting, or a table of three to six. */
export const TAILLES = [2, 3, 4, 5, 6] as const

/** Rounds of tables: who sits where, how many meetings repeat an earlier one, and how many of these nobody could have avoided. */
export type Tablees = { tours: string[][][]; repetitions: number; inevitables: number }
