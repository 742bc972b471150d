import type { Reponse } from '../schema.ts'

/** What a calendar says of one who was invited (RFC 5545), as far as it is understood. */
export type Participation = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED' | 'NEEDS-ACTION'

/** The answer of a calendar (iTIP REPLY or COUNTER), without a word of what else it holds. */
export type ReponseDAgenda = {
  uid: string
  version: number
  /** when it was written, if it says so */
  ecriteLe: Date | null
  participation: Participation
  /** it proposes another day or another hour */
  autreHoraire: boolean
  courriel: string
  nom: string | null
  /** whom she sends */
  delegueA: { courriel: string | null; nom: string | null } | null
  /** on whose behalf this one comes */
  delegueDe: string | null
  /** who wrote it for her */
  ecritePar: string | null
}

/** An invitation as an answer is compared with it. */
export type Invite = {
  id: string
  courriel: string
  nom: string
  reponse: Reponse | null
  remplacant: string | null
  reponduLe: Date | null
  /** the day or the hour changed since */
  aConfirmer: boolean
  creeLe: Date
}
