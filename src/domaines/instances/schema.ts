/** What a body is: those of the contract, its groups, those of a local mental health council, those where residents take part. */
export const NATURES_INSTANCE = [
  'copil',
  'cotech',
  'groupe',
  'groupe_interne',
  'clsm_pleniere',
  'clsm_copil',
  'clsm_groupe',
  'conseil_developpement',
  'conseil_citoyen',
  'conseil_quartier',
  'participative'
] as const
export type NatureInstance = (typeof NATURES_INSTANCE)[number]

export const FAMILLES_INSTANCE = ['contrat', 'groupes', 'clsm', 'participatives'] as const
export type FamilleInstance = (typeof FAMILLES_INSTANCE)[number]

/** What the service that carries the contract does there. */
export const PLACES_DU_CLS = ['pilote', 'copilote', 'sans'] as const
export type PlaceDuCls = (typeof PLACES_DU_CLS)[number]

/** As what one sits in a body: its elected chair, who pilots it, who is a member by right. */
export const ROLES_SIEGE = ['presidence', 'pilote', 'copilote', 'membre'] as const
export type RoleSiege = (typeof ROLES_SIEGE)[number]

export const SIEGES_MAX = 200

/** What a body may still lack. */
export const RAPPELS_INSTANCE = [
  'mission',
  'theme',
  'pilote',
  'presidence',
  'sante_mentale',
  'coanimation',
  'mandat_sans_dates',
  'mandat_echu'
] as const
export type RappelInstance = (typeof RAPPELS_INSTANCE)[number]

/** A meeting as the rules read it: `jour` is AAAA-MM-JJ, `instance` is the name of its body. */
/** ditPourquoi: it says why it stands beyond the two of its year. */
export type SeanceDatee = { id: string; jour: string; annulee: boolean; instance: string; ditPourquoi: boolean }

/** The three parts of an agenda: what becomes of the actions, a structure that presents itself, the work on the theme. */
export const TEMPS_SEANCE = ['suivi', 'presentation', 'thematique'] as const
export type TempsSeance = (typeof TEMPS_SEANCE)[number]

export const POINTS_MAX = 30

/** Ways of working together that the seeds name; `tour_de_table` and `vote_de_priorites` are of every meeting. */
export const TECHNIQUES = [
  'tour_de_table',
  'brise_glace',
  'photolangage',
  'cartes_representations',
  'jeu_de_role',
  'escape_game',
  'speed_meeting',
  'vote_de_priorites'
] as const
export type Technique = (typeof TECHNIQUES)[number]

/** Whom a meeting invites: everyone by default, narrowing is the exception. */
export const PUBLICS_SEANCE = ['tous', 'interne', 'sieges'] as const
export type PublicSeance = (typeof PUBLICS_SEANCE)[number]

/** What one answers to an invitation; `lit` follows by reading the minutes, which is a way of taking part. */
export const REPONSES = ['vient', 'remplace', 'absent', 'lit'] as const
export type Reponse = (typeof REPONSES)[number]

export type ReponseDatee = { id: string; reponse: Reponse | null; reponduLe: string | null }

/** A point of an agenda as the rules read it; `minutes` null: not said yet. */
export type PointMinute = { minutes: number | null }
