import type { Technique, TempsSeance } from '../schema.ts'

/** Where something asked for comes from: words answered to a question, a box that was ticked, a need noted during the meeting. */
export const SOURCES_ATTENTE = ['reponse', 'choix', 'besoin'] as const
export type SourceAttente = (typeof SOURCES_ATTENTE)[number]

/** The meeting at whose agenda something asked for stands; null while it waits. */
export type SeancePrevue = { id: string; jour: string; annulee: boolean } | null

/** Something asked for after a meeting (`demandeeApres`), and where it went. */
export type Attente = {
  id: string
  source: SourceAttente
  texte: string
  reponseId: string | null
  questionId: string | null
  choix: number | null
  conclusionId: string | null
  ecartee: boolean
  seanceId: string
  demandeeApres: string
  prevue: SeancePrevue
}

/** What becomes of it on a day. */
export const DEVENIRS = ['attend', 'prevue', 'tenue', 'ecartee'] as const
export type Devenir = (typeof DEVENIRS)[number]

/** A point of an agenda that does not exist yet. */
export type PointNeuf = {
  temps: TempsSeance
  intitule: string
  minutes: number | null
  technique: Technique | null
  detail: string | null
}
