/** The scale has exactly four steps; each holds what the one before it holds. */
export const NIVEAUX = [1, 2, 3, 4] as const
export type Niveau = (typeof NIVEAUX)[number]

/** The four names that a territory gives to them, the first step first. */
export type Echelle = readonly [string, string, string, string]

/** The names of the house. They are no official wording, and the pages say so. */
export const ECHELLE_PAR_DEFAUT: Echelle = ['information', 'articulation', 'mutualisation', 'engagement commun']

/** How a relation goes between the structure of the page and the other one. */
export const SENS = ['mutuelle', 'vers', 'depuis'] as const
export type Sens = (typeof SENS)[number]

/** What binds two structures as far as the facts tell: the highest level that they reach, and each reason in a sentence. */
export type LienConstate = { id: string; nom: string; niveau: Niveau; pourquoi: string[]; declaree: boolean }

/** Sectors of a partnership: those of the types of structures. */
export const SECTEURS = ['collectivites', 'etat', 'protection', 'soins', 'enseignement', 'habitants'] as const
export type Secteur = (typeof SECTEURS)[number]
