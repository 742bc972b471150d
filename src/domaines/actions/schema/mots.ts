/** Statuses of the national plan template (references B1.2), in its order. */
export const STATUTS = ['a_venir', 'a_discuter', 'en_cours', 'realise', 'en_retard', 'en_pause', 'bloque', 'abandonne'] as const
export type Statut = (typeof STATUTS)[number]

export const PRIORITES = ['eleve', 'moyen', 'bas'] as const
export type Priorite = (typeof PRIORITES)[number]

export const PARTICIPATIONS = ['aucune', 'information', 'consultation', 'concertation', 'co_construction'] as const
export type Participation = (typeof PARTICIPATIONS)[number]

/** A contract is not a catalogue of what exists. */
export const NATURES_ACTION = ['nouvelle', 'a_developper', 'existante'] as const
export type NatureAction = (typeof NATURES_ACTION)[number]

export const NIVEAUX_OBJECTIF = ['general', 'specifique', 'operationnel'] as const
export type NiveauObjectif = (typeof NIVEAUX_OBJECTIF)[number]

/** How a structure or a person takes part in an action. */
export const ROLES_INTERVENANT = [
  'pilote',
  'copilote',
  'partenaire',
  'service_pilote',
  'personne_pilote',
  'elu_referent',
  'direction_referente'
] as const
export type RoleIntervenant = (typeof ROLES_INTERVENANT)[number]

export const ETATS_FINANCEMENT = ['prevu', 'demande', 'accorde', 'verse', 'consomme'] as const
export type EtatFinancement = (typeof ETATS_FINANCEMENT)[number]
/** Those of money that is found: a funder has said yes. */
export const ETATS_TROUVES = ['accorde', 'verse', 'consomme'] as const satisfies readonly EtatFinancement[]

/** The five action areas of the Ottawa Charter (references B4). */
export const AXES_OTTAWA = ['politiques', 'environnements', 'action_communautaire', 'aptitudes', 'services'] as const
export type AxeOttawa = (typeof AXES_OTTAWA)[number]

/** Policies of a town beside health, where « health in all policies » is done. */
export const POLITIQUES = [
  'urbanisme',
  'logement',
  'environnement',
  'mobilites',
  'education',
  'petite_enfance',
  'jeunesse',
  'culture',
  'sport',
  'solidarites',
  'seniors',
  'emploi',
  'tranquillite'
] as const
export type Politique = (typeof POLITIQUES)[number]
/** What partners put in common. */
export const MOYENS_MUTUALISES = ['locaux', 'materiel', 'personnel'] as const
export type MoyenMutualise = (typeof MOYENS_MUTUALISES)[number]

/** What an indicator tells: how the work goes, what it yields, what it changed. */
export const NATURES_INDICATEUR = ['processus', 'resultat', 'impact'] as const
export type NatureIndicateur = (typeof NATURES_INDICATEUR)[number]

export const FREQUENCES = ['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle', 'ponctuelle'] as const
export type Frequence = (typeof FREQUENCES)[number]
/** Themes and publics are told in the same words of actions and of what partners offer or need. */
export {
  FACETTES,
  FAMILLES_DE_THEMES,
  THEMATIQUES,
  type Facette,
  type FamilleDeThemes,
  type Thematique
} from '#domaines/partenaires/schema/themes.ts'

/** What an action does, and, for the offer of care, of which family it is. */
export const FAMILLES_DE_TYPES = {
  general: [
    'ouverture_structure',
    'aller_vers',
    'permanence',
    'sensibilisation',
    'depistage',
    'atelier',
    'formation',
    'evenement',
    'outil',
    'coordination',
    'etude'
  ],
  offre: ['exercice_coordonne', 'cpts', 'installation', 'stages']
} as const
export type FamilleDeTypes = keyof typeof FAMILLES_DE_TYPES
export type TypeAction = (typeof FAMILLES_DE_TYPES)[FamilleDeTypes][number]
export const TYPES_ACTION = Object.values(FAMILLES_DE_TYPES).flat() as [TypeAction, ...TypeAction[]]

/** Where actions take place: offered, and kept in these words beside those that people write. */
export const MILIEUX_PROPOSES = [
  'Structure municipale',
  'QPV',
  'Centre de santé',
  'Maison de quartier ou centre social',
  'Crèche ou PMI',
  'École',
  'Collège ou lycée',
  'Université',
  'Hôpital ou clinique',
  'Cabinet ou maison de santé',
  'Résidence ou établissement pour personnes âgées',
  'Hébergement ou foyer',
  'Domicile',
  'Entreprise',
  'Espace public',
  'En ligne'
] as const
