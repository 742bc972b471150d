import type { Programme } from './regles/programme.ts'
import type { EtatEtape } from './regles/calendrier.ts'
import type { StatutFiltre } from './schema/portefeuille.ts'
import type {
  AxeOttawa,
  EtatFinancement,
  FamilleDeTypes,
  NatureAction,
  NiveauObjectif,
  Participation,
  Politique,
  Priorite,
  RoleIntervenant,
  Statut,
  TypeAction
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

/** The same, with what nobody has said. */
export const STATUT_FILTRE: Record<StatutFiltre, string> = { ...STATUT, non_dit: 'Non précisé' }

/** How a status is named in a sentence or at the head of a column. */
export const direStatut = (statut: Statut | null): string => STATUT_FILTRE[statut ?? 'non_dit']

/** What a person reads when an action has just changed its status. */
export const direPassage = (titre: string, de: Statut | null, vers: Statut | null): string =>
  `«\u202f${titre}\u202f» est passée de «\u202f${direStatut(de)}\u202f» à «\u202f${direStatut(vers)}\u202f».`

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

/** Under which programme an action stands. */
export const PROGRAMME: Record<Programme, string> = { cls: 'CLS', asv: 'ASV', hors: 'hors contrat' }

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
  elu_referent: 'Élu·e référent·e',
  direction_referente: 'Direction référente'
}

/** The same, for several. */
export const ROLE_INTERVENANT_PLURIEL: Record<RoleIntervenant, string> = {
  pilote: 'Structures pilotes',
  copilote: 'Structures copilotes',
  partenaire: 'Partenaires',
  service_pilote: 'Directions ou services pilotes',
  personne_pilote: 'Personnes pilotes',
  elu_referent: 'Élu·e·s référent·e·s',
  direction_referente: 'Directions référentes'
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

/** What a person reads of an action that already exists: it is said, never refused. */
export const PAS_UN_CATALOGUE =
  'Un contrat local de santé n’est pas un catalogue des actions qui existent\u00a0: il met en avant ce qui est nouveau ou à développer.'

export { FACETTE, FAMILLE_DE_THEMES, THEMATIQUE } from '#domaines/partenaires/libelles/themes.ts'

export const FAMILLE_DE_TYPES: Record<FamilleDeTypes, string> = { general: 'Ce que fait l’action', offre: 'Offre de soins' }

export const TYPE_ACTION: Record<TypeAction, string> = {
  ouverture_structure: 'Ouverture de structure',
  aller_vers: 'Aller-vers',
  permanence: 'Permanence',
  sensibilisation: 'Sensibilisation',
  depistage: 'Dépistage',
  atelier: 'Atelier',
  formation: 'Formation',
  evenement: 'Événement',
  outil: 'Outil',
  coordination: 'Coordination, réseau',
  etude: 'Étude, diagnostic',
  exercice_coordonne: 'Exercice coordonné (maison ou centre de santé)',
  cpts: 'CPTS',
  installation: 'Aide à l’installation',
  stages: 'Accueil de stagiaires'
}

/** The steps of an action, as a calendar says them. */
export const ETAT_ETAPE: Record<EtatEtape, string> = { faite: 'faite', a_faire: 'à faire', en_retard: 'en retard' }

/** Policies of the town beside health. */
export const POLITIQUE: Record<Politique, string> = {
  urbanisme: 'Urbanisme et aménagement',
  logement: 'Logement et habitat',
  environnement: 'Environnement',
  mobilites: 'Mobilités',
  education: 'Éducation',
  petite_enfance: 'Petite enfance',
  jeunesse: 'Jeunesse',
  culture: 'Culture',
  sport: 'Sport',
  solidarites: 'Solidarités',
  seniors: 'Seniors',
  emploi: 'Emploi et insertion',
  tranquillite: 'Tranquillité publique'
}
