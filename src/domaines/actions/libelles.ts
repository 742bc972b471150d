import type { Programme } from './regles/programme.ts'
import type { EtatVu } from './regles/import.ts'
import type { EtatEtape } from './regles/calendrier.ts'
import type { Appariement } from './schema/appariement.ts'
import type { ChampsPlan, EtatLigne } from './schema/plan.ts'
import type { Colonne, Groupement, StatutFiltre } from './schema/portefeuille.ts'
import type { PAGES_DES_VUES } from './schema/vues.ts'
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

/** The same, with what nobody has said. */
export const STATUT_FILTRE: Record<StatutFiltre, string> = { ...STATUT, non_dit: 'Non dit' }

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

/** a contract says what is new in it. */
/** Under which programme an action stands. */
export const PROGRAMME: Record<Programme, string> = { cls: 'CLS', asv: 'ASV', hors: 'hors contrat' }

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

/** The steps of an action, as a calendar says them. */
export const ETAT_ETAPE: Record<EtatEtape, string> = { faite: 'faite', a_faire: 'à faire', en_retard: 'en retard' }

export const GROUPEMENT: Record<Groupement, string> = { axe: 'Axe', statut: 'Statut', pilote: 'Pilote', aucun: 'Sans groupe' }

/** The ways of looking at the actions, by what follows their address, as they are called when one of them is kept. */
export const PAGE_DE_VUE: Record<(typeof PAGES_DES_VUES)[number], string> = {
  '': 'le tableau',
  '/statuts': 'les statuts',
  '/calendrier': 'le calendrier',
  '/pilotes': 'les pilotes',
  '/quartiers': 'les quartiers',
  '/matrice': 'la matrice'
}

/** Columns of the portfolio. */
export const COLONNE: Record<Colonne, string> = {
  numero: 'N°',
  pilotes: 'Pilote',
  statut: 'Statut',
  priorite: 'Priorité',
  debut: 'Début',
  fin: 'Échéance',
  quartiers: 'Quartiers',
  publics: 'Publics',
  budget: 'Budget',
  modifie: 'Modifiée'
}

const REFUS_FICHE: Record<string, string> = {
  axe_inconnu: 'Cet axe n’est plus dans le contrat. Choisissez-en un autre.',
  contrat_inconnu: 'Ce contrat n’existe plus.',
  parent_inconnu: 'L’action au-dessus n’existe plus.',
  sous_sous_action: 'Une sous-action ne peut pas avoir de sous-action.',
  motif_manque: 'Dites pourquoi l’action entre au contrat, ou en sort.',
  date_future: 'Cette date est à venir : le changement se dit le jour où il a lieu.',
  date_avant_place: 'L’action n’était pas encore à cette place à cette date.',
  sous_action_sans_place: 'Une sous-action suit son action : déplacez celle-ci.',
  periode_inversee: 'La fin de l’action est avant son début.',
  nouvelle_a_venir: 'Une nouvelle n’est pas datée de demain. Ce qui est prévu va dans les étapes.',
  plan_refuse: 'Ce fichier ne peut pas être importé.',
  import_fini: 'Cet import est déjà fini.',
  deja_commence: 'Cet import est déjà commencé.',
  sans_titre:
    'Dites quelle colonne donne le titre de l’action\u00a0: choisissez «\u202fTitre de l’action\u202f» en face d’elle. Sans titre, aucune action ne peut être créée.',
  deux_fois: 'Deux colonnes ne peuvent pas dire cela. Gardez-le pour une seule\u00a0; l’autre peut aller dans les notes.'
}

/** What a person reads when a command refuses. */
export const direRefusFiche = (raison: string): string => REFUS_FICHE[raison] ?? 'Ce geste n’est pas possible ici.'

export const ETAT_LIGNE: Record<EtatLigne, string> = {
  cree: 'sera créée',
  modifie: 'sera modifiée',
  inchange: 'inchangée',
  conflit: 'changée ici et dans le fichier'
}

/** Fields of a fiche as a preview names them. */
export const CHAMP_PLAN: Record<keyof ChampsPlan, string> = {
  numero: 'Numéro',
  titre: 'Titre',
  nature: 'Nature',
  statut: 'Statut',
  priorite: 'Priorité',
  debut: 'Début',
  fin: 'Fin',
  calendrier: 'Calendrier',
  ameliorationContinue: 'Amélioration continue',
  participation: 'Participation des habitants',
  gouvernance: 'Instance de gouvernance',
  contexte: 'Pourquoi',
  description: 'Comment',
  moyens: 'Moyens',
  vigilance: 'Points de vigilance',
  notes: 'Notes',
  documents: 'Documents',
  liens: 'Liens',
  publics: 'Publics',
  ages: 'Âges de la vie',
  milieux: 'Milieux d’intervention',
  ottawa: 'Charte d’Ottawa',
  quartiers: 'Quartiers',
  objectifs: 'Objectifs',
  intervenants: 'Pilotes et partenaires',
  etapes: 'Étapes',
  budgetPrevisionnel: 'Budget prévisionnel',
  financements: 'Financements',
  indicateurs: 'Indicateurs',
  reponses: 'Réponses aux axes transversaux'
}

/** What a column of a free file may hold, by group, as a person chooses it; what stands alone comes first. */
export const ROLE_COLONNE: Record<string, Partial<Record<Appariement['roles'][number], string>>> = {
  '': { note: 'Garder dans les notes', ignorer: 'Ne pas reprendre' },
  'L’action et sa place': {
    titre: 'Titre de l’action',
    sousTitre: 'Titre de la sous-action',
    axe: 'Axe (niveau 1)',
    sousAxe: 'Sous-axe (niveau 2)',
    sousSousAxe: 'Sous-sous-axe (niveau 3)',
    numero: 'Numéro de l’action'
  },
  'Pourquoi et comment': {
    contexte: 'Pourquoi\u00a0: contexte, constat',
    description: 'Comment\u00a0: description',
    objectifs: 'Objectifs, tous ensemble',
    objectifGeneral: 'Objectif général',
    objectifSpecifique: 'Objectifs spécifiques',
    objectifOperationnel: 'Objectifs opérationnels',
    vigilance: 'Points de vigilance'
  },
  Qui: {
    pilote: 'Structure pilote',
    copilote: 'Structure copilote',
    service_pilote: 'Direction ou service pilote',
    personne_pilote: 'Personne pilote',
    elu_referent: 'Élu·e référent·e',
    partenaire: 'Partenaires',
    gouvernance: 'Instance de gouvernance'
  },
  'Quand et où en est-on': {
    statut: 'Statut',
    priorite: 'Priorité',
    nature: 'Nature (nouvelle, à développer, existante)',
    debut: 'Date de début',
    fin: 'Date de fin',
    calendrier: 'Calendrier, en toutes lettres',
    etapes: 'Étapes',
    ameliorationContinue: 'Amélioration continue (oui ou non)'
  },
  'Pour qui et où': {
    publics: 'Publics',
    ages: 'Âges de la vie',
    milieux: 'Milieux d’intervention',
    quartiers: 'Quartiers',
    participation: 'Participation des habitants'
  },
  'Argent, moyens et mesures': {
    financeur: 'Financeur',
    montant: 'Montant du financeur à sa gauche',
    budgetPrevisionnel: 'Budget prévisionnel total',
    moyens: 'Moyens humains et techniques',
    indicateurs: 'Indicateurs'
  },
  'Le reste': { notes: 'Notes', documents: 'Documents', liens: 'Liens' }
}

/** Where a large import is: the heading of its page, and what to know of it. */
export const ETAT_IMPORT: Record<EtatVu, { titre: string; phrase: string }> = {
  en_attente: { titre: 'L’import va commencer', phrase: 'Il attend son tour, quelques secondes le plus souvent.' },
  en_cours: { titre: 'L’import est en cours', phrase: '' },
  fait: { titre: 'Le plan est importé', phrase: 'Tout est écrit.' },
  arrete: { titre: 'L’import est arrêté', phrase: 'Rien n’a été écrit\u00a0: le territoire est comme avant.' },
  refuse: { titre: 'Ce fichier ne peut pas être importé', phrase: 'Rien n’a été écrit.' },
  echoue: {
    titre: 'L’import n’a pas pu se faire',
    phrase: 'Quelque chose n’a pas marché de notre côté. Rien n’a été écrit\u00a0: vous pouvez recommencer.'
  },
  interrompu: {
    titre: 'L’import s’est interrompu',
    phrase: 'Tisserand s’est arrêté pendant l’import. Rien n’a été écrit\u00a0: vous pouvez recommencer.'
  }
}
