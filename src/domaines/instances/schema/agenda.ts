/** What a subscription to the agenda follows: all the meetings, those of a body, those that a person is invited to. */
export const PORTEES = ['territoire', 'instance', 'personne'] as const
export type Portee = (typeof PORTEES)[number]

/** When a meeting was due to be held before it moved; null for one that never moved since it was told to people. */
export type Ancienne = { jour: string; heure: string | null } | null

/** A meeting in the agenda of a territory. */
export type SeanceALAgenda = {
  id: string
  instanceId: string
  instance: string
  objet: string | null
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  version: number
  annulee: boolean
  motifAnnulation: string | null
  exemple: boolean
  ancienne: Ancienne
  /** when anything of it last changed */
  modifieeLe: string
}

/** A choice of what to follow, as a form sends it: « territoire », « instance:… », « personne:… ». */
export const CHOIX_D_ABONNEMENT = /^(?:(territoire)|(instance|personne):([0-9a-f-]{36}))$/
