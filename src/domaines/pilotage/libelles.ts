import type { RefusDAnnuler } from './regles/annulation.ts'
import { JOURS_DE_RETOUR } from './schema.ts'
import { ACTES_COMPTES, CHAMPS_COMPTES, OBJETS_COMPTES, VALEURS_COMPTES } from '#domaines/comptes/libelles.ts'
import {
  AGE,
  ETAT_CONTRAT,
  MOMENT,
  NATURE_ACTE,
  NATURE_AXE,
  NATURE_FAIT,
  NATURE_PROGRAMME,
  NATURE_REPERE,
  ROLE_SIGNATAIRE
} from '#domaines/contrats/libelles.ts'
import { DEVENIR_DIT, NATURE_LIEN } from '#domaines/actions/libelles/suite.ts'
import { ACTES_CONTRATS } from '#domaines/contrats/libelles/historique.ts'
import { ACTES_PARTENAIRES, CHAMPS_PARTENAIRES, OBJETS_PARTENAIRES, VALEURS_PARTENAIRES } from '#domaines/partenaires/libelles.ts'
import { ACTES_TERRITOIRES, CHAMPS_TERRITOIRES, OBJETS_TERRITOIRES, VALEURS_TERRITOIRES } from '#domaines/territoires/libelles.ts'
import {
  AXE_OTTAWA,
  ETAT_FINANCEMENT,
  FACETTE,
  NATURE_ACTION,
  NIVEAU_OBJECTIF,
  PARTICIPATION,
  POLITIQUE,
  PRIORITE,
  ROLE_INTERVENANT,
  STATUT,
  THEMATIQUE,
  TYPE_ACTION
} from '#domaines/actions/libelles.ts'
import { ACTES_MOYENS, CHAMPS_MOYENS, INCONNUS_MOYENS, OBJETS_MOYENS, VALEURS_MOYENS } from '#domaines/actions/libelles/moyens.ts'
import { ACTES_ACTIONS, CHAMPS_ACTIONS, OBJETS_ACTIONS } from '#domaines/actions/libelles/historique.ts'
import { ACTES_HABILLAGE, CHAMPS_HABILLAGE, OBJETS_HABILLAGE, VALEURS_HABILLAGE } from '#domaines/actions/libelles/habillage.ts'
import { ACTES_PIECES, CHAMPS_PIECES, INCONNUS_PIECES, OBJETS_PIECES, VALEURS_PIECES } from '#domaines/actions/libelles/pieces.ts'

/** Acts of every room, as the history tells them after the name of who did them: « Camille Perrin a signé le contrat ». */
export const ACTES: Record<string, string> = {
  ...ACTES_TERRITOIRES,
  ...ACTES_COMPTES,
  ...ACTES_PARTENAIRES,
  ...ACTES_MOYENS,
  ...ACTES_ACTIONS,
  ...ACTES_PIECES,
  ...ACTES_HABILLAGE,
  ...ACTES_CONTRATS,
  'geste.annuler': 'a annulé un geste'
}

/** The objects of the history, by table. */
export const OBJETS: Record<string, string> = {
  ...OBJETS_TERRITOIRES,
  ...OBJETS_COMPTES,
  ...OBJETS_PARTENAIRES,
  ...OBJETS_MOYENS,
  ...OBJETS_ACTIONS,
  ...OBJETS_PIECES,
  ...OBJETS_HABILLAGE,
  contrats: 'Contrat',
  signataires: 'Signataire',
  conventions: 'Convention',
  axes: 'Axe',
  fiches: 'Fiche-action',
  places: 'Place dans le contrat',
  objectifs: 'Objectif',
  intervenants: 'Intervenant',
  fiches_quartiers: 'Quartier concerné',
  etapes: 'Étape',
  financements: 'Financement',
  indicateurs: 'Indicateur',
  indicateurs_valeurs: 'Valeur d’indicateur',
  reponses: 'Réponse à un axe transversal',
  actes: 'Acte du contrat',
  faits: 'Journal du contrat',
  prs: 'Projet régional de santé',
  prs_axes: 'Axe du projet régional',
  axes_prs: 'Lien avec le projet régional',
  reperes: 'Repère de la frise',
  programmes: 'Autre programme',
  contrats_programmes: 'Lien avec un autre programme',
  fiches_programmes: 'Lien avec un autre programme',
  nouvelles: 'Nouvelle',
  devenirs: 'Suite du contrat',
  liens: 'Lien avec une autre action',
  fiches_prs: 'Lien avec le projet régional',
  vues: 'Vue enregistrée',
  appariements: 'Colonnes d’un tableur'
}

/** What to call an object whose name is not known, by the column that refers to it. */
export const INCONNUS: Record<string, string> = {
  ...INCONNUS_MOYENS,
  ...INCONNUS_PIECES,
  structure_id: 'une structure',
  personne_id: 'une personne',
  compte_id: 'un membre',
  quartier_id: 'un quartier',
  contrat_id: 'un contrat',
  precedent_id: 'un contrat',
  axe_id: 'un axe',
  fiche_id: 'une fiche',
  autre_id: 'une autre action',
  un_id: 'l’une des deux',
  vers_contrat_id: 'un contrat',
  indicateur_id: 'un indicateur',
  prs_id: 'un projet régional',
  prs_axe_id: 'un axe du projet régional',
  programme_id: 'un autre programme'
}

/** Names of the fields, by column, or by table and column where two tables use one word differently. */
export const CHAMPS: Record<string, string> = {
  ...CHAMPS_TERRITOIRES,
  ...CHAMPS_COMPTES,
  ...CHAMPS_PARTENAIRES,
  ...CHAMPS_MOYENS,
  ...CHAMPS_ACTIONS,
  ...CHAMPS_PIECES,
  ...CHAMPS_HABILLAGE,
  'adhesions.fonction': 'Fonction',
  intitule: 'Intitulé',
  titre: 'Titre',
  debut: 'Début',
  fin: 'Fin',
  etape: 'Étape',
  signe_le: 'Date de signature',
  signature_lieu: 'Lieu de la signature',
  signature_recit: 'Récit de la signature',
  preambule: 'Préambule',
  gouvernance: 'Gouvernance',
  references_legales: 'Références légales',
  niveaux: 'Niveaux de l’arbre',
  plan_importe: 'Plan importé',
  precedent_id: 'Contrat précédent',
  contrat_id: 'Contrat',
  qualite: 'En qualité de',
  objet: 'Objet',
  date: 'Date',
  enjeu: 'Enjeu',
  constat: 'Constat',
  objectif: 'Objectif',
  question: 'Question',
  sous_questions: 'Sous-questions',
  instance: 'Instance porteuse',
  ages: 'Âges de la vie',
  parent_id: 'Rattachement',
  axe_id: 'Axe',
  fiche_id: 'Fiche-action',
  quartier_id: 'Quartier',
  indicateur_id: 'Indicateur',
  numero: 'Numéro',
  statut: 'Statut',
  contexte: 'Contexte',
  description: 'Description',
  moyens: 'Moyens',
  notes: 'Notes',
  documents: 'Documents',
  liens: 'Liens',
  budget_previsionnel: 'Budget prévisionnel',
  niveau: 'Niveau',
  texte: 'Texte',
  resultat: 'Résultat attendu',
  detail: 'Précision',
  echeance: 'Échéance',
  faite: 'Faite',
  annee: 'Année',
  montant: 'Montant',
  etat: 'État',
  unite: 'Unité',
  initiale: 'Valeur de départ',
  cible: 'Cible',
  valeur: 'Valeur',
  moment: 'Moment',
  exemple: 'Exemple',
  fin_prorogee: 'Fin prorogée',
  prs_id: 'Projet régional',
  prs_axe_id: 'Axe du projet régional',
  sigle: 'Sigle',
  parue_le: 'Paru le',
  nature: 'Nature',
  reference: 'Référence',
  nouvelle_fin: 'Nouvelle fin',
  programme_id: 'Autre programme',
  depuis: 'Depuis',
  jusque: 'Jusqu’à',
  motif: 'Motif',
  hors_qpv: 'Pourquoi hors quartier prioritaire',
  auteur: 'Par',
  source: 'Source',
  nom: 'Nom',
  adresse: 'Adresse',
  partagee: 'Partagée',
  choix: 'Ce que l’action devient',
  vers_contrat_id: 'Contrat suivant',
  autre_id: 'Autre action',
  precision: 'Précision',
  politiques: 'Politiques de la collectivité',
  demande_par: 'Demandé par'
}

/** Words for the values of closed lists, by table and column. */
export const VALEURS: Record<string, Record<string, string>> = {
  ...VALEURS_TERRITOIRES,
  ...VALEURS_COMPTES,
  ...VALEURS_PARTENAIRES,
  ...VALEURS_MOYENS,
  ...VALEURS_PIECES,
  ...VALEURS_HABILLAGE,
  'contrats.etape': ETAT_CONTRAT,
  'signataires.role': ROLE_SIGNATAIRE,
  'axes.nature': NATURE_AXE,
  'actes.nature': NATURE_ACTE,
  'faits.nature': NATURE_FAIT,
  'reperes.nature': NATURE_REPERE,
  'programmes.nature': NATURE_PROGRAMME,
  'axes.ages': AGE,
  'fiches.ages': AGE,
  'fiches.statut': STATUT,
  'fiches.priorite': PRIORITE,
  'fiches.nature': NATURE_ACTION,
  'fiches.participation': PARTICIPATION,
  'fiches.ottawa': AXE_OTTAWA,
  'fiches.thematiques': THEMATIQUE,
  'fiches.types': TYPE_ACTION,
  'fiches.facettes': FACETTE,
  'objectifs.niveau': NIVEAU_OBJECTIF,
  'intervenants.role': ROLE_INTERVENANT,
  'financements.etat': ETAT_FINANCEMENT,
  'reponses.moment': MOMENT,
  'devenirs.choix': DEVENIR_DIT,
  'liens.nature': Object.fromEntries(Object.entries(NATURE_LIEN).map(([nature, { de }]) => [nature, de])),
  'fiches.politiques': POLITIQUE
}

/** Columns that say nothing to a reader. */
export const CHAMPS_TUS: ReadonlySet<string> = new Set([
  'id',
  'collectivite_id',
  'geste_id',
  'cle_nom',
  'cle_titre',
  'cle_intitule',
  'cree_le',
  'ecrite_le',
  'modifie_le',
  'rang',
  'empreinte',
  'choix',
  'retenu_le',
  'racine_id',
  'taille',
  'largeur',
  'jeu',
  'hauteur'
])

/** Columns that hold cents. */
export const CHAMPS_EN_EUROS: ReadonlySet<string> = new Set(['budget_previsionnel', 'montant'])

/** Columns that hold dates « as precise as known ». */
export const CHAMPS_DATES: ReadonlySet<string> = new Set([
  'debut',
  'fin',
  'signe_le',
  'date',
  'echeance',
  'fin_prorogee',
  'parue_le',
  'nouvelle_fin',
  'depuis',
  'jusque',
  'competence_depuis',
  'asv_depuis'
])

/** What an act that cannot be undone any more says, and what to do. */
const REFUS_D_ANNULER: Record<RefusDAnnuler | 'geste_appuye', string> = {
  geste_trop_vieux: `Ce geste a plus de ${JOURS_DE_RETOUR} jours\u00a0: il ne s’annule plus d’un coup. L’historique dit ce qui était écrit avant.`,
  geste_depasse: 'Quelqu’un a changé depuis ce que ce geste avait écrit. Annulez d’abord le geste le plus récent.',
  geste_sans_retour: 'Ce geste touche aux membres ou aux réglages du territoire\u00a0: il se défait dans les réglages.',
  geste_appuye:
    'D’autres éléments se sont attachés depuis à ce que ce geste avait créé. Retirez plutôt l’objet\u00a0: il pourra revenir.'
}

export const direRefusDAnnuler = (raison: string): string =>
  REFUS_D_ANNULER[raison as RefusDAnnuler] ?? 'Ce geste n’est pas possible ici.'

const instant = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit'
})

/** « dimanche 22 novembre 2026 à 10:04 », at the hour of Paris. */
export const direInstant = (quand: Date): string => instant.format(quand)
