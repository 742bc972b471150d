import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { NatureInstance, Technique, TempsSeance } from '../schema.ts'

/** What a meeting concludes, beside what people promise to do. */
export const SORTES_CONCLUSION = ['decision', 'besoin'] as const
export type SorteConclusion = (typeof SORTES_CONCLUSION)[number]

/** Something promised by a day (AAAA-MM-JJ), by somebody or by nobody yet. */
export type Tache = {
  id: string
  texte: string
  personneId: string | null
  personne: string | null
  echeance: string | null
  faiteLe: string | null
}

export type Present = { nom: string; structure: string | null }

/** The minutes of a meeting: its agenda with what was said, who came, what was decided and promised, what was born of it. */
export type CompteRendu = {
  seanceId: string
  instanceId: string
  instance: string
  nature: NatureInstance
  territoire: string
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  objet: string | null
  annulee: boolean
  exemple: boolean
  introduction: string | null
  valideLe: string | null
  /** when it was last sent, and to how many addresses; null: never */
  envoyeLe: string | null
  adresses: number
  lectures: number
  /** the questions that were opened for it: the secret of their link, and the last day when one may answer, when nobody closed them */
  questions: { cle: string; fermeLe: string } | null
  points: {
    id: string
    temps: TempsSeance
    intitule: string
    structureId: string | null
    structure: string | null
    technique: Technique | null
    detail: string | null
    notes: string | null
  }[]
  presents: Present[]
  /** those who said that they could not come, and did not */
  excuses: Present[]
  /** those who chose to follow by the minutes: a way of taking part, not an absence */
  suivent: Present[]
  conclusions: { id: string; sorte: SorteConclusion; texte: string }[]
  taches: Tache[]
  fiches: { id: string; titre: string }[]
}

/** Where a meeting is in its life: it is closed once its minutes were sent to everyone invited. */
export const ETATS_SEANCE = ['a_venir', 'aujourdhui', 'annulee', 'a_rendre', 'close'] as const
export type EtatSeance = (typeof ETATS_SEANCE)[number]

/** What one person promised, and has still to do or did lately. */
export type TachesDUnePersonne = {
  personneId: string
  nom: string
  territoire: string
  courriels: Courriels
  sollicitations: number
  coordination: string | null
  taches: (Tache & { instance: string; jour: string })[]
}
