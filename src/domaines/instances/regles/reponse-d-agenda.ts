import type { Reponse } from '../schema.ts'
import type { Invite, ReponseDAgenda } from '../schema/reponses-d-agenda.ts'

/** What is known around an answer: of the meeting, of who was invited, of the letter that brought it. */
export type Autour = {
  /** those whose addresses the answer names */
  invites: readonly Invite[]
  /** that of the meeting: a calendar that answers an older one answers another date */
  version: number
  expediteur: string | null
  douteux: boolean
  recuLe: Date
}

export type Jugement =
  | { sorte: 'prendre'; invite: Invite; reponse: Reponse; remplacant: string | null; quand: Date }
  | { sorte: 'ignorer' }
  | {
      sorte: 'garder'
      raison: 'adresse_inconnue' | 'autre_expediteur' | 'date_depassee' | 'peut_etre' | 'autre_horaire'
      reponse: Reponse | null
      remplacant: string | null
    }

/** What she says, in our words; null for « perhaps », and for what is no answer. */
function direEnReponse({ participation, delegueA, delegueDe, nom, courriel }: ReponseDAgenda): {
  reponse: Reponse | null
  remplacant: string | null
} {
  if (participation === 'DELEGATED') return { reponse: 'remplace', remplacant: delegueA?.nom ?? delegueA?.courriel ?? null }
  if (participation === 'ACCEPTED')
    return delegueDe ? { reponse: 'remplace', remplacant: nom ?? courriel } : { reponse: 'vient', remplacant: null }
  return { reponse: participation === 'DECLINED' ? 'absent' : null, remplacant: null }
}

/**
 * What becomes of the answer of a calendar. Taken: it comes from the address that was invited, or from who that address sends, about the date
 * that stands, and is later than what she said last. Older than that: of no consequence. Anything else is for a person to look at. It counts from
 * when it was written, never before she was invited nor after it arrived.
 */
export function juger(agenda: ReponseDAgenda, { invites, version, expediteur, douteux, recuLe }: Autour): Jugement {
  if (agenda.participation === 'NEEDS-ACTION' && !agenda.autreHoraire) return { sorte: 'ignorer' }
  const dite = direEnReponse(agenda)
  const garder = (raison: Extract<Jugement, { sorte: 'garder' }>['raison']): Jugement => ({ sorte: 'garder', raison, ...dite })
  const qui = (courriel: string | null) => invites.find((invite) => invite.courriel.toLowerCase() === courriel)
  const invite = qui(agenda.delegueDe) ?? qui(agenda.courriel)
  if (!invite) return garder('adresse_inconnue')
  // who says to come in her place is believed once she has said so herself
  const envoyee = agenda.delegueDe !== null && invite.courriel.toLowerCase() === agenda.delegueDe
  if (envoyee && (invite.reponse !== 'remplace' || agenda.participation === 'DECLINED')) return garder('autre_expediteur')
  if (douteux || !expediteur || ![agenda.courriel, agenda.ecritePar].includes(expediteur)) return garder('autre_expediteur')
  if (agenda.version < version) return garder('date_depassee')
  if (agenda.autreHoraire) return garder('autre_horaire')
  const borne = (date: Date) => new Date(Math.max(invite.creeLe.getTime(), Math.min(date.getTime(), recuLe.getTime())))
  const quand = borne(agenda.ecriteLe ?? recuLe)
  if (invite.reponduLe && quand < invite.reponduLe) return { sorte: 'ignorer' }
  const { reponse, remplacant } = dite
  if (!reponse) return agenda.participation === 'TENTATIVE' ? garder('peut_etre') : { sorte: 'ignorer' }
  // said again for the same day, it changes nothing
  if (!invite.aConfirmer && invite.reponse === reponse && (invite.remplacant ?? null) === remplacant) return { sorte: 'ignorer' }
  return { sorte: 'prendre', invite, reponse, remplacant, quand }
}

/** The one invited person who bears this name; null when none does, or several. */
export function devinerInvite<G extends { nom: string }>(
  nom: string | null,
  invites: readonly G[],
  memeNom: (a: string, b: string) => boolean
): G | null {
  const lus = nom ? invites.filter((invite) => memeNom(invite.nom, nom)) : []
  return lus.length === 1 ? lus[0]! : null
}
