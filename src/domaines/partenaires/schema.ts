/** Kinds of structures that the seeds name; `autre` keeps what no list foresaw. */
export const TYPES_STRUCTURE = [
  'commune',
  'epci',
  'departement',
  'region',
  'ars',
  'prefecture',
  'etat',
  'education_nationale',
  'cpam',
  'caf',
  'msa',
  'mutuelle',
  'hopital',
  'ght',
  'universite',
  'ordre_professionnel',
  'urps',
  'cpts',
  'maison_de_sante',
  'centre_de_sante',
  'professionnel_liberal',
  'medico_social',
  'ccas',
  'service_municipal',
  'etablissement_scolaire',
  'association',
  'bailleur',
  'instance_participative',
  'centre_de_ressources',
  'entreprise',
  'autre'
] as const
export type TypeStructure = (typeof TYPES_STRUCTURE)[number]

/** The eight categories of Créteil's contract, and those that the eight leave out. */
export const CATEGORIES_STRUCTURE = [
  'institutionnel',
  'territorial',
  'hospitalier',
  'medical',
  'academique',
  'universitaire',
  'mutualiste',
  'associatif'
] as const
export type CategorieStructure = (typeof CATEGORIES_STRUCTURE)[number]

/** What a person accepts to receive: everything, the minutes only (she follows by reading, R-122), or nothing. */
export const COURRIELS = ['tous', 'lecture', 'aucun'] as const
export type Courriels = (typeof COURRIELS)[number]
