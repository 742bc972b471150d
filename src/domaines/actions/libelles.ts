import type {
  AxeOttawa,
  EtatFinancement,
  NatureAction,
  NiveauObjectif,
  Participation,
  Priorite,
  RoleIntervenant,
  Statut
} from './schema/mots.ts'

/** Statuses in the exact words of the national plan template (references B1.2): the spreadsheet reads and writes them so. */
export const STATUT: Record<Statut, string> = {
  a_venir: 'À venir',
  a_discuter: 'À discuter',
  en_cours: 'En cours',
  realise: 'Réalisé',
  en_retard: 'En retard',
  en_pause: 'En pause',
  bloque: 'Bloqué',
  abandonne: 'Abandonné'
}

/** Priorities in the exact words of the national plan template. */
export const PRIORITE: Record<Priorite, string> = { eleve: 'Élevé', moyen: 'Moyen', bas: 'Bas' }

/** Citizen participation in the exact words of the national plan template. */
export const PARTICIPATION: Record<Participation, string> = {
  aucune: 'Pas de participation citoyenne',
  information: 'Information',
  consultation: 'Consultation',
  concertation: 'Concertation',
  co_construction: 'Co-construction'
}

/** a contract says what is new in it. */
export const NATURE_ACTION: Record<NatureAction, string> = {
  nouvelle: 'Action nouvelle',
  a_developper: 'Action à développer',
  existante: 'Action existante'
}

export const NIVEAU_OBJECTIF: Record<NiveauObjectif, string> = {
  general: 'Objectif général',
  specifique: 'Objectif spécifique',
  operationnel: 'Objectif opérationnel'
}

/** How a structure or a person takes part, for one of them. */
export const ROLE_INTERVENANT: Record<RoleIntervenant, string> = {
  pilote: 'Structure pilote',
  copilote: 'Structure copilote',
  partenaire: 'Partenaire',
  service_pilote: 'Direction ou service pilote',
  personne_pilote: 'Personne pilote',
  elu_referent: 'Élu·e référent·e'
}

/** The same, for several. */
export const ROLE_INTERVENANT_PLURIEL: Record<RoleIntervenant, string> = {
  pilote: 'Structures pilotes',
  copilote: 'Structures copilotes',
  partenaire: 'Partenaires',
  service_pilote: 'Directions ou services pilotes',
  personne_pilote: 'Personnes pilotes',
  elu_referent: 'Élu·e·s référent·e·s'
}

export const ETAT_FINANCEMENT: Record<EtatFinancement, string> = {
  prevu: 'Prévu',
  demande: 'Demandé',
  accorde: 'Accordé',
  verse: 'Versé',
  consomme: 'Consommé'
}

/** The five action areas of the Ottawa Charter, in the wording verified in references B4. */
export const AXE_OTTAWA: Record<AxeOttawa, string> = {
  politiques: 'L’élaboration de politiques pour la santé',
  environnements: 'La création d’environnements favorables',
  action_communautaire: 'Le renforcement de l’action communautaire',
  aptitudes: 'L’acquisition d’aptitudes individuelles',
  services: 'La réorientation des services de santé'
}
