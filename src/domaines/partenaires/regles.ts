import { normaliser } from '#platform/texte.ts'
import { CATEGORIES_STRUCTURE, type CategorieStructure, type TypeStructure } from './schema.ts'

/** What a name says of a structure, from its usual words; `autre` when it says nothing. The person can always correct it. */
export function typeDuNom(nom: string): TypeStructure {
  const net = ` ${normaliser(nom)} `
  return INDICES.find(([mots]) => mots.test(net))?.[1] ?? 'autre'
}

const INDICES: [RegExp, TypeStructure][] = [
  [/ (?:ars|agence regionale de sante)[ ,]/, 'ars'],
  [/ prefecture | prefet /, 'prefecture'],
  [/ (?:dsden|education nationale|rectorat|academie)[ ,]/, 'education_nationale'],
  [/ (?:cpam|caisse primaire d'assurance maladie|assurance maladie)[ ,]/, 'cpam'],
  [/ (?:caf|caisse d'allocations familiales)[ ,]/, 'caf'],
  [/ (?:msa|mutualite sociale agricole)[ ,]/, 'msa'],
  [/ mutuelle| mutualite /, 'mutuelle'],
  [/ (?:ght|groupement hospitalier de territoire)[ ,]/, 'ght'],
  [/ (?:ap-hp|assistance publique|hopital|hospitalier|ghu|chu|chi|chic|clinique)[ ,]/, 'hopital'],
  [/ universite | upec /, 'universite'],
  [/[ ']ordre (?:des|departemental|national|regional) /, 'ordre_professionnel'],
  [/ (?:urps|union regionale des professionnels)[ ,]/, 'urps'],
  [/ (?:cpts|communaute professionnelle territoriale)[ ,]/, 'cpts'],
  [/ (?:msp|maison de sante|maison pluri)/, 'maison_de_sante'],
  [/ centre (?:municipal )?de sante /, 'centre_de_sante'],
  [/ (?:conseil departemental|departement)[ ,]/, 'departement'],
  [/ (?:conseil regional|region)[ ,]/, 'region'],
  [/ ccas /, 'ccas'],
  [/ (?:college|lycee|ecole)[ ,]/, 'etablissement_scolaire'],
  [/ (?:communaute d'agglomeration|communaute de communes|cacp|ca|cc|ept|metropole)[ ,]/, 'epci'],
  [/ (?:service|direction|pole) /, 'service_municipal'],
  [/ (?:ville|mairie|commune) /, 'commune'],
  [/ association /, 'association']
]

/** The category that a type of structure usually falls in; null when the eight categories of the field leave it out. */
export function categorieDuType(type: TypeStructure): CategorieStructure | null {
  return PAR_TYPE[type] ?? null
}

const PAR_TYPE: Partial<Record<TypeStructure, CategorieStructure>> = {
  ars: 'institutionnel',
  prefecture: 'institutionnel',
  etat: 'institutionnel',
  cpam: 'institutionnel',
  caf: 'institutionnel',
  msa: 'institutionnel',
  commune: 'territorial',
  epci: 'territorial',
  departement: 'territorial',
  region: 'territorial',
  ccas: 'territorial',
  service_municipal: 'territorial',
  hopital: 'hospitalier',
  ght: 'hospitalier',
  ordre_professionnel: 'medical',
  urps: 'medical',
  cpts: 'medical',
  maison_de_sante: 'medical',
  centre_de_sante: 'medical',
  professionnel_liberal: 'medical',
  education_nationale: 'academique',
  etablissement_scolaire: 'academique',
  universite: 'universitaire',
  mutuelle: 'mutualiste',
  association: 'associatif'
}

/** How many structures each of the eight categories has, empty ones included: what is not covered is the information. */
export function couvertureDesCategories(
  comptes: readonly { categorie: CategorieStructure | null; nombre: number }[]
): { categorie: CategorieStructure; nombre: number }[] {
  return CATEGORIES_STRUCTURE.map((categorie) => ({
    categorie,
    nombre: comptes.filter((compte) => compte.categorie === categorie).reduce((somme, compte) => somme + compte.nombre, 0)
  }))
}
