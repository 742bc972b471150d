import { jourDe } from '#platform/dates.ts'
import { familleDe, estUnGroupe } from '../regles.ts'
import type { NatureInstance, PublicSeance, Reponse, ReponseDatee } from '../schema.ts'

/** Whom a body invites when nobody says otherwise: all the partners to a working group, its members to a committee. */
export function publicParDefaut(nature: NatureInstance): PublicSeance {
  if (nature === 'groupe_interne') return 'interne'
  return estUnGroupe(nature) || familleDe(nature) === 'participatives' ? 'tous' : 'sieges'
}

/** Whether one takes a chair. */
export const prendUnePlace = (reponse: Reponse | null): boolean => reponse === 'vient' || reponse === 'remplace'

export type Places = { assis: string[]; attente: string[] }

/**
 * Who has a chair and who waits for one, in the order of the answers. A room without a number of places holds everyone. Someone who
 * gives up a chair gives it to the first who waits.
 */
export function placer(reponses: readonly ReponseDatee[], capacite: number | null): Places {
  const ordre = reponses
    .filter(({ reponse }) => prendUnePlace(reponse))
    .toSorted((a, b) => (a.reponduLe ?? '').localeCompare(b.reponduLe ?? '') || a.id.localeCompare(b.id))
    .map(({ id }) => id)
  const places = capacite ?? ordre.length
  return { assis: ordre.slice(0, places), attente: ordre.slice(places) }
}

/** Those who waited for a chair, and have one now. */
export const montes = (avant: Places, apres: Places): string[] => apres.assis.filter((id) => avant.attente.includes(id))

export type Bilan = { invites: number; viennent: number; attente: number; absents: number; lisent: number; sansReponse: number }

/** The answers to a meeting, counted. */
export function compterReponses(reponses: readonly ReponseDatee[], capacite: number | null): Bilan {
  const { assis, attente } = placer(reponses, capacite)
  const dits = (attendue: Reponse | null) => reponses.filter(({ reponse }) => reponse === attendue).length
  return {
    invites: reponses.length,
    viennent: assis.length,
    attente: attente.length,
    absents: dits('absent'),
    lisent: dits('lit'),
    sansReponse: dits(null)
  }
}

/** Why an answer comes too late; null when it does not. The day itself is not too late. */
export function tropTard(seance: { jour: string; annulee: boolean }, jour: string): 'seance_annulee' | 'seance_passee' | null {
  if (seance.annulee) return 'seance_annulee'
  return seance.jour < jour ? 'seance_passee' : null
}

/** Whether a reminder left that very day: people are given the time to answer. */
export const relanceDuJour = (relanceeLe: string | null, jour: string): boolean =>
  relanceeLe !== null && jourDe(new Date(relanceeLe)) === jour

/** Whether an answer given before must be asked again: its day or its hour is no longer that one. */
export const changeLeJour = (avant: Rendezvous, apres: Rendezvous): boolean =>
  avant.jour !== apres.jour || avant.heure !== apres.heure

type Lettre = 'invitation' | 'rappel' | 'mise_a_jour' | 'annulation' | 'place'

/**
 * Whether a letter that waited has nothing to say any more: to a meeting that is called off or past nobody is invited, one that takes place after
 * all is not called off, and who answered since is not reminded.
 */
export function sansObjet(
  nature: Lettre,
  { jour, annulee, reponse, aConfirmer }: { jour: string; annulee: boolean; reponse: Reponse | null; aConfirmer: boolean },
  aujourdhui: string
): boolean {
  if (nature === 'annulation') return !annulee
  if (annulee || jour < aujourdhui) return true
  return nature === 'rappel' && reponse !== null && !aConfirmer
}

type Rendezvous = { jour: string; heure: string | null; duree: number; lieu: string | null }

/** Whether those who were invited must hear of a change: the day, the hour, the length or the place. */
export const estUnDeplacement = (avant: Rendezvous, apres: Rendezvous): boolean =>
  changeLeJour(avant, apres) || avant.duree !== apres.duree || avant.lieu !== apres.lieu

/** Those whom one more letter would take past what the territory means to ask over twelve months, who was asked the most first. */
export const tropSollicites = <G extends { nom: string; sollicitations: number }>(
  gens: readonly G[],
  seuil: number | null
): G[] =>
  seuil === null
    ? []
    : gens
        .filter(({ sollicitations }) => sollicitations >= seuil)
        .toSorted((a, b) => b.sollicitations - a.sollicitations || a.nom.localeCompare(b.nom, 'fr'))
