import type { CategorieStructure, TypeStructure } from './schema.ts'

/** Kinds of structures, in the words of the seeds. */
export const TYPE_STRUCTURE: Record<TypeStructure, string> = {
  commune: 'Commune',
  epci: 'Intercommunalité',
  departement: 'Conseil départemental',
  region: 'Conseil régional',
  ars: 'Agence régionale de santé (ARS)',
  prefecture: 'Préfecture',
  etat: 'Service de l’État',
  education_nationale: 'Éducation nationale',
  cpam: 'Assurance maladie (CPAM)',
  caf: 'Allocations familiales (CAF)',
  msa: 'Mutualité sociale agricole (MSA)',
  mutuelle: 'Mutuelle',
  hopital: 'Hôpital',
  ght: 'Groupement hospitalier de territoire (GHT)',
  universite: 'Université',
  ordre_professionnel: 'Ordre professionnel',
  urps: 'Union régionale des professionnels de santé (URPS)',
  cpts: 'Communauté professionnelle territoriale de santé (CPTS)',
  maison_de_sante: 'Maison de santé',
  centre_de_sante: 'Centre de santé',
  professionnel_liberal: 'Professionnel libéral',
  medico_social: 'Structure médico-sociale',
  ccas: 'Centre communal d’action sociale (CCAS)',
  service_municipal: 'Service municipal',
  etablissement_scolaire: 'Établissement scolaire',
  association: 'Association',
  bailleur: 'Bailleur',
  instance_participative: 'Instance participative',
  centre_de_ressources: 'Centre de ressources',
  entreprise: 'Entreprise',
  autre: 'Autre structure'
}

/** The eight categories of partners of Créteil's contract. */
export const CATEGORIE_STRUCTURE: Record<CategorieStructure, string> = {
  institutionnel: 'Institutionnel',
  territorial: 'Territorial',
  hospitalier: 'Hospitalier',
  medical: 'Médical',
  academique: 'Académique',
  universitaire: 'Universitaire',
  mutualiste: 'Mutualiste',
  associatif: 'Associatif'
}
