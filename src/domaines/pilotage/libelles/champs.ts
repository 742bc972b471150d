import { CHAMPS_COMPTES } from '#domaines/comptes/libelles.ts'
import { CHAMPS_ENQUETES } from '#domaines/enquetes/libelles.ts'
import { CHAMPS_INSTANCES } from '#domaines/instances/libelles.ts'
import { CHAMPS_ATTENTES } from '#domaines/instances/libelles/attentes.ts'
import { CHAMPS_AGENDA } from '#domaines/instances/libelles/agenda.ts'
import { CHAMPS_PASSAGES } from '#domaines/instances/libelles/passages.ts'
import { CHAMPS_RENCONTRES } from '#domaines/instances/libelles/rencontres.ts'
import { CHAMPS_PARTENAIRES } from '#domaines/partenaires/libelles.ts'
import { CHAMPS_IMPLANTATIONS } from '#domaines/partenaires/libelles/implantations.ts'
import { CHAMPS_REGROUPEMENTS } from '#domaines/partenaires/libelles/regroupements.ts'
import { CHAMPS_RELATIONS } from '#domaines/partenaires/libelles/relations.ts'
import { CHAMPS_ECHANGES } from '#domaines/partenaires/libelles/echanges.ts'
import { CHAMPS_RECIPROCITE } from '#domaines/partenaires/libelles/reciprocite.ts'
import { CHAMPS_CHARTES } from '#domaines/partenaires/libelles/chartes.ts'
import { CHAMPS_CORRECTIONS } from '#domaines/partenaires/libelles/corrections.ts'
import { CHAMPS_PROVENANCES } from '#domaines/partenaires/libelles/provenances.ts'
import { CHAMPS_PASSATIONS } from '#domaines/partenaires/libelles/passations.ts'
import { CHAMPS_AMBASSADEURS } from '#domaines/partenaires/libelles/ambassadeurs.ts'
import { CHAMPS_FORMATIONS } from '#domaines/partenaires/libelles/formations.ts'
import { CHAMPS_VOLONTAIRES } from '#domaines/partenaires/libelles/volontaires.ts'
import { CHAMPS_EFFACEMENTS } from '#domaines/partenaires/libelles/effacements.ts'
import { CHAMPS_TERRITOIRES } from '#domaines/territoires/libelles.ts'
import { CHAMPS_MOYENS } from '#domaines/actions/libelles/moyens.ts'
import { CHAMPS_ACTIONS } from '#domaines/actions/libelles/historique.ts'
import { CHAMPS_HABILLAGE } from '#domaines/actions/libelles/habillage.ts'
import { CHAMPS_PIECES } from '#domaines/actions/libelles/pieces.ts'

/** Names of the fields, by column, or by table and column where two tables use one word differently. */
export const CHAMPS: Record<string, string> = {
  ...CHAMPS_TERRITOIRES,
  ...CHAMPS_COMPTES,
  ...CHAMPS_PARTENAIRES,
  ...CHAMPS_RELATIONS,
  ...CHAMPS_ECHANGES,
  ...CHAMPS_AMBASSADEURS,
  ...CHAMPS_EFFACEMENTS,
  ...CHAMPS_VOLONTAIRES,
  ...CHAMPS_FORMATIONS,
  ...CHAMPS_CHARTES,
  ...CHAMPS_PASSATIONS,
  ...CHAMPS_PROVENANCES,
  ...CHAMPS_CORRECTIONS,
  ...CHAMPS_IMPLANTATIONS,
  ...CHAMPS_REGROUPEMENTS,
  ...CHAMPS_RECIPROCITE,
  ...CHAMPS_ENQUETES,
  ...CHAMPS_INSTANCES,
  ...CHAMPS_PASSAGES,
  ...CHAMPS_ATTENTES,
  ...CHAMPS_RENCONTRES,
  ...CHAMPS_AGENDA,
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
  conseil_conception: 'Conseil à la conception',
  exemples_conception: 'Exemples à la conception',
  conseil_declinaison: 'Conseil à la déclinaison',
  exemples_declinaison: 'Exemples à la déclinaison',
  conseil_evaluation: 'Conseil à l’évaluation',
  exemples_evaluation: 'Exemples à l’évaluation',
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
  budget_taxe: 'Taxes du budget prévisionnel',
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
  acte_id: 'Acte',
  'actes_montants.structure_id': 'Financeur',
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

/** Columns that say nothing to a reader. */
export const CHAMPS_TUS: ReadonlySet<string> = new Set([
  'id',
  'prevenu_le',
  'cle_emargement',
  'cle_reponse',
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
  'releve',
  'hauteur',
  'version',
  'a_confirmer',
  'pas_avant',
  'sollicite',
  'lettres'
])

/** Columns that hold cents. */
export const CHAMPS_EN_EUROS: ReadonlySet<string> = new Set(['budget_previsionnel', 'montant'])

/** Columns that hold dates « as precise as known ». */
export const CHAMPS_DATES: ReadonlySet<string> = new Set([
  'debut',
  'fin',
  'signe_le',
  'signee_le',
  'accord_le',
  'accord_retire_le',
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
