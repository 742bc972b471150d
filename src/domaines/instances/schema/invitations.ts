import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { Reponse, ReponseDatee, TempsSeance } from '../schema.ts'

/** An invitation as its page and its letter say it. */
export type InvitationLue = {
  id: string
  seanceId: string
  nom: string
  personneId: string | null
  structureId: string | null
  reponse: Reponse | null
  remplacant: string | null
  reponduLe: string | null
  /** the day or the hour changed since she answered */
  aConfirmer: boolean
  territoire: string
  /** the mailbox where calendars answer; null when the territory gives none */
  boite: string | null
  instance: string
  mission: string | null
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  capacite: number | null
  objet: string | null
  /** the latest that she was told is that it is called off */
  diteAnnulee: boolean
  annulee: boolean
  motifAnnulation: string | null
  version: number
  exemple: boolean
  points: { temps: TempsSeance; intitule: string; structure: string | null; detail: string | null }[]
  reponses: ReponseDatee[]
  sollicitations: number
  /** what they accept to receive */
  courriels: Courriels
  /** who answers for the territory, to whom one may write back */
  coordination: string | null
}
