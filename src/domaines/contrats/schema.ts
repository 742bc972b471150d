import type { Centimes, Taxe } from '#platform/argent.ts'

/** What a person declares of a contract. That it is in force, extended or ended is computed from its dates (see `etatAu`). */
export const ETAPES_CONTRAT = ['prefiguration', 'elaboration', 'en_relecture', 'signe', 'abandonne'] as const
export type EtapeContrat = (typeof ETAPES_CONTRAT)[number]

/** What a contract is on a given day. */
export const ETATS_CONTRAT = [
  'prefiguration',
  'elaboration',
  'en_relecture',
  'signe',
  'en_vigueur',
  'proroge',
  'echu',
  'abandonne'
] as const
export type EtatContrat = (typeof ETATS_CONTRAT)[number]

/** A signatory carries the contract, is one the law or the region requires, or joins them. */
export const ROLES_SIGNATAIRE = ['porteur', 'obligatoire', 'autre'] as const
export type RoleSignataire = (typeof ROLES_SIGNATAIRE)[number]

export const NATURES_AXE = ['thematique', 'transversal'] as const
export type NatureAxe = (typeof NATURES_AXE)[number]

/** The three moments at which a transversal axis asks its question of an action. */
export const MOMENTS = ['conception', 'declinaison', 'evaluation'] as const
export type Moment = (typeof MOMENTS)[number]

/** What a transversal axis says to who answers it, at each moment: its advice and its examples of answers. */
export type GuideAxe = Record<`conseil${Capitalize<Moment>}`, string | null> & Record<`exemples${Capitalize<Moment>}`, string[]>

/** Ages of life that an axis or an action addresses. */
export const AGES = ['perinatalite', 'enfance', 'jeunesse', 'adultes', 'seniors'] as const
export type Age = (typeof AGES)[number]

/** The acts of a contract's life beside its signature: the study that makes it possible, deliberations, avenants, prorogations. */
export const NATURES_ACTE = ['etude', 'deliberation', 'avenant', 'prorogation', 'convention', 'autre'] as const
export type NatureActe = (typeof NATURES_ACTE)[number]

/** What an act brings: of which funder, which year, when they are known. */
export type MontantActe = {
  financeurId: string | null
  financeur: string | null
  annee: number | null
  montant: Centimes
  taxe: Taxe
  precision: string | null
}

/** What a contract's journal notes. */
export const NATURES_FAIT = ['crise', 'retard', 'depart', 'arrivee', 'ouverture', 'autre'] as const
export type NatureFait = (typeof NATURES_FAIT)[number]

/** What else stands on the line of time. */
export const NATURES_REPERE = ['diagnostic', 'projet', 'mandat', 'election', 'autre'] as const
export type NatureRepere = (typeof NATURES_REPERE)[number]

/** Programmes beside the contract. */
export const NATURES_PROGRAMME = ['contrat_de_ville', 'clsm', 'ptsm', 'ctg', 'cite_educative', 'autre'] as const
export type NatureProgramme = (typeof NATURES_PROGRAMME)[number]

/** What a new generation takes over from the contract before it. Its actions are chosen apart. */
export const REPRISES = ['axes', 'transversaux', 'signataires', 'textes'] as const
