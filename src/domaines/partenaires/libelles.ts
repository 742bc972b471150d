import { compter } from '#platform/texte.ts'
import type { CategorieStructure, TypeStructure } from './schema.ts'
import type { Secteur } from './schema/relations.ts'

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

/** Types of structures by sector, what they are to a contract, in the order of a list to choose from; `court` where room is scarce. */
export const GROUPES_DE_TYPES: { secteur: Secteur; libelle: string; court: string; types: TypeStructure[] }[] = [
  {
    secteur: 'collectivites',
    libelle: 'Collectivités et leurs services',
    court: 'Collectivités',
    types: ['commune', 'epci', 'departement', 'region', 'ccas', 'service_municipal']
  },
  {
    secteur: 'etat',
    libelle: 'État et agences',
    court: 'État et agences',
    types: ['ars', 'prefecture', 'education_nationale', 'etat']
  },
  {
    secteur: 'protection',
    libelle: 'Protection sociale et mutuelles',
    court: 'Protection sociale',
    types: ['cpam', 'caf', 'msa', 'mutuelle']
  },
  {
    secteur: 'soins',
    libelle: 'Hôpitaux et soins',
    court: 'Soins',
    types: [
      'hopital',
      'ght',
      'cpts',
      'maison_de_sante',
      'centre_de_sante',
      'professionnel_liberal',
      'urps',
      'ordre_professionnel',
      'medico_social'
    ]
  },
  {
    secteur: 'enseignement',
    libelle: 'Enseignement et recherche',
    court: 'Enseignement',
    types: ['etablissement_scolaire', 'universite']
  },
  {
    secteur: 'habitants',
    libelle: 'Habitants, associations et autres',
    court: 'Habitants, associations',
    types: ['association', 'instance_participative', 'centre_de_ressources', 'bailleur', 'entreprise', 'autre']
  }
]

/** Why the directory refused, as said to who asked. */
export const direRefusPartenaire = (raison: 'nom_pris' | 'homonyme', { nom }: { nom?: unknown }): string =>
  ({
    nom_pris: `«\u202f${String(nom)}\u202f» est déjà dans l’annuaire\u00a0: deux structures ne portent pas le même nom.`,
    homonyme: `${String(nom)} est déjà dans l’annuaire. Si c’est la même personne, ajoutez-lui une fonction depuis sa page\u202f; sinon, cochez «\u202fC’est une autre personne du même nom\u202f».`
  })[raison]

/** What the directory says first: « 17 structures, dont 5 internes ; 3 catégories sur 8 sans personne ». */
export function direAnnuaire(total: number, internes: number, categories: readonly { nombre: number }[]): string {
  if (total === 0) return 'L’annuaire est encore vide'
  const vides = categories.filter((categorie) => categorie.nombre === 0).length
  const dedans = internes === 0 ? '' : `, dont ${compter(internes, 'interne')}`
  const couverture =
    vides === 0
      ? `les ${categories.length} catégories sont représentées`
      : `${compter(vides, 'catégorie').replace(' ', '\u00a0')} sur ${categories.length} sans personne`
  return `${compter(total, 'structure')}${dedans}\u202f; ${couverture}`
}

/** Acts of this room, as the history tells them. */
export const ACTES_PARTENAIRES: Record<string, string> = {
  'structure.inscrire': 'a inscrit une structure dans l’annuaire',
  'structure.modifier': 'a corrigé une structure',
  'structure.retirer': 'a retiré une structure de l’annuaire',
  'structure.retablir': 'a fait revenir une structure dans l’annuaire',
  'structures.assurer': 'a inscrit des structures dans l’annuaire',
  'personne.inscrire': 'a inscrit une personne dans l’annuaire',
  'personne.modifier': 'a corrigé les coordonnées d’une personne',
  'personne.retirer': 'a retiré une personne de l’annuaire',
  'personne.retablir': 'a fait revenir une personne dans l’annuaire',
  'personnes.assurer': 'a inscrit des personnes dans l’annuaire',
  'fonction.ajouter': 'a noté une fonction',
  'fonction.modifier': 'a corrigé une fonction',
  'fonction.changer': 'a noté un changement de structure',
  'fonction.retirer': 'a retiré une fonction',
  'fonction.retablir': 'a fait revenir une fonction',
  'contact.choisir_courriels': 'a choisi ce qu’elle reçoit',
  'contact.regler_courriels': 'a noté ce qu’un contact accepte de recevoir',
  'envois.confier': 'a envoyé des courriels',
  'lettre.redemander': 'a demandé un nouveau lien',
  'envois.renvoyer': 'a renvoyé un courriel',
  'envois.tenir_pour_arrive': 'a tenu un courriel pour arrivé',
  'contacts.apparier': 'a décrit les colonnes d’une liste de contacts',
  'contacts.importer': 'a importé une liste de contacts',
  'structures.reunir': 'a réuni deux structures en une',
  'personnes.reunir': 'a réuni deux personnes en une',
  'structures.distinguer': 'a dit que deux structures ne sont pas la même',
  'personnes.distinguer': 'a dit que deux personnes ne sont pas la même',
  'structures.rapprocher': 'a demandé qu’on lui propose à nouveau deux structures',
  'personnes.rapprocher': 'a demandé qu’on lui propose à nouveau deux personnes'
}

/** Names of the room's objects and of their fields, by table and column, as the history tells them. */
export const OBJETS_PARTENAIRES: Record<string, string> = {
  structures: 'Structure',
  personnes: 'Personne',
  fonctions: 'Fonction',
  paires_structures: 'Structures comparées',
  paires_personnes: 'Personnes comparées'
}
export const CHAMPS_PARTENAIRES: Record<string, string> = {
  sigle: 'Sigle',
  type: 'Type',
  categorie: 'Catégorie',
  interne: 'Interne à la collectivité',
  siret: 'SIRET',
  courriel: 'Adresse électronique',
  telephone: 'Téléphone',
  courriels: 'Ce qu’il accepte de recevoir',
  courriels_le: 'Choix de ce qu’il reçoit, le',
  structure_id: 'Structure',
  personne_id: 'Personne',
  un_id: 'L’une',
  'paires_structures.autre_id': 'L’autre',
  'paires_personnes.autre_id': 'L’autre',
  verdict: 'Ce qui en a été dit',
  'fonctions.intitule': 'Fonction'
}
export const VALEURS_PARTENAIRES: Record<string, Record<string, string>> = {
  'structures.type': TYPE_STRUCTURE,
  'structures.categorie': CATEGORIE_STRUCTURE,
  'paires_structures.verdict': { distinctes: 'deux structures distinctes', reunies: 'réunies en une' },
  'paires_personnes.verdict': { distinctes: 'deux personnes distinctes', reunies: 'réunies en une' }
}

/** « 3 fois en douze mois », as people and structures are told how often they were asked. */
export const direFois = (sollicitations: number): string =>
  sollicitations === 0 ? 'jamais en douze mois' : `${compter(sollicitations, 'fois', 'fois')} en douze mois`
