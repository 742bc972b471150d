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
export type SeanceDatee = { id: string; jour: string; annulee: boolean; instance: string }
