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
  NATURE_REPERE,
  ROLE_SIGNATAIRE
} from '#domaines/contrats/libelles.ts'
import { ACTES_PARTENAIRES, CHAMPS_PARTENAIRES, OBJETS_PARTENAIRES, VALEURS_PARTENAIRES } from '#domaines/partenaires/libelles.ts'
import { ACTES_TERRITOIRES, CHAMPS_TERRITOIRES, OBJETS_TERRITOIRES, VALEURS_TERRITOIRES } from '#domaines/territoires/libelles.ts'
import {
  AXE_OTTAWA,
  ETAT_FINANCEMENT,
  NATURE_ACTION,
  NIVEAU_OBJECTIF,
  PARTICIPATION,
  PRIORITE,
  ROLE_INTERVENANT,
  STATUT
} from '#domaines/actions/libelles.ts'

/** Acts of every room, as the history tells them after the name of who did them: « Camille Perrin a signé le contrat ». */
export const ACTES: Record<string, string> = {
  ...ACTES_TERRITOIRES,
  ...ACTES_COMPTES,
  ...ACTES_PARTENAIRES,
  'contrat.creer': 'a ouvert le contrat',
  'contrat.modifier': 'a modifié le contrat',
  'contrat.changer_etape': 'a changé l’étape du contrat',
  'contrat.signer': 'a signé le contrat',
  'contrat.retirer': 'a retiré le contrat',
  'contrat.retablir': 'a fait revenir le contrat',
  'signataire.ajouter': 'a ajouté un signataire',
  'signataire.modifier': 'a corrigé un signataire',
  'signataire.retirer': 'a retiré un signataire',
  'signataire.retablir': 'a fait revenir un signataire',
  'contrat.choisir_prs': 'a dit à quel projet régional le contrat se réfère',
  'acte.ajouter': 'a ajouté un acte au contrat',
  'acte.modifier': 'a corrigé un acte du contrat',
  'acte.retirer': 'a retiré un acte du contrat',
  'acte.retablir': 'a fait revenir un acte du contrat',
  'fait.noter': 'a écrit au journal du contrat',
  'fait.retirer': 'a retiré une ligne du journal du contrat',
  'fait.retablir': 'a fait revenir une ligne du journal du contrat',
  'prs.inscrire': 'a noté un projet régional de santé',
  'prs.modifier': 'a corrigé un projet régional de santé',
  'prs.retirer': 'a retiré un projet régional de santé',
  'prs.retablir': 'a fait revenir un projet régional de santé',
  'axe.relier_prs': 'a relié un axe au projet régional',
  'repere.poser': 'a posé un repère sur la frise',
  'repere.modifier': 'a corrigé un repère de la frise',
  'repere.retirer': 'a retiré un repère de la frise',
  'repere.retablir': 'a fait revenir un repère de la frise',
  'axes.ordonner': 'a changé l’ordre des axes',
  'convention.ajouter': 'a ajouté une convention',
  'convention.modifier': 'a corrigé une convention',
  'convention.retirer': 'a retiré une convention',
  'convention.retablir': 'a fait revenir une convention',
  'axe.creer': 'a créé un axe',
  'axe.modifier': 'a modifié un axe',
  'axe.deplacer': 'a déplacé un axe',
  'axe.retirer': 'a retiré un axe',
  'axe.retablir': 'a fait revenir un axe',
  'axes.proposer_transversaux': 'a repris les quatre axes transversaux proposés',
  'fiche.creer': 'a créé une fiche-action',
  'fiche.modifier': 'a modifié une fiche-action',
  'fiche.placer': 'a placé une fiche dans le contrat',
  'fiche.rattacher': 'a changé la place d’une fiche dans le contrat',
  'fiche.oter_du_contrat': 'a ôté une fiche du contrat',
  'fiche.retirer': 'a retiré une fiche-action',
  'fiche.retablir': 'a fait revenir une fiche-action',
  'fiche.repondre': 'a répondu à un axe transversal',
  'fiche.ecrire_objectifs': 'a écrit les objectifs',
  'fiche.ecrire_intervenants': 'a écrit les pilotes et partenaires',
  'fiche.ecrire_etapes': 'a écrit les étapes',
  'fiche.ecrire_budget': 'a écrit le budget',
  'fiche.ecrire_quartiers': 'a écrit les quartiers',
  'fiche.ecrire_indicateurs': 'a écrit les indicateurs',
  'fiches.ordonner': 'a changé l’ordre des fiches',
  'nouvelle.noter': 'a noté une nouvelle',
  'nouvelle.modifier': 'a corrigé une nouvelle',
  'nouvelle.retirer': 'a retiré une nouvelle',
  'nouvelle.retablir': 'a fait revenir une nouvelle',
  'vue.enregistrer': 'a gardé une vue des actions',
  'vue.retirer': 'a retiré une vue des actions',
  'vue.retablir': 'a fait revenir une vue des actions',
  'indicateur.relever': 'a relevé un indicateur',
  'plan.importer': 'a importé un plan d’action',
  'geste.annuler': 'a annulé un geste'
}

/** The objects of the history, by table. */
export const OBJETS: Record<string, string> = {
  ...OBJETS_TERRITOIRES,
  ...OBJETS_COMPTES,
  ...OBJETS_PARTENAIRES,
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
  vues: 'Vue enregistrée'
}

/** What to call an object whose name is not known, by the column that refers to it. */
export const INCONNUS: Record<string, string> = {
  structure_id: 'une structure',
  personne_id: 'une personne',
  compte_id: 'un membre',
  quartier_id: 'un quartier',
  contrat_id: 'un contrat',
  precedent_id: 'un contrat',
  axe_id: 'un axe',
  fiche_id: 'une fiche',
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
  priorite: 'Priorité',
  calendrier: 'Calendrier',
  amelioration_continue: 'Amélioration continue',
  participation: 'Participation citoyenne',
  contexte: 'Contexte',
  description: 'Description',
  moyens: 'Moyens',
  vigilance: 'Points de vigilance',
  notes: 'Notes',
  documents: 'Documents',
  liens: 'Liens',
  publics: 'Publics',
  milieux: 'Milieux de vie',
  ottawa: 'Charte d’Ottawa',
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
  partagee: 'Partagée'
}

/** Words for the values of closed lists, by table and column. */
export const VALEURS: Record<string, Record<string, string>> = {
  ...VALEURS_TERRITOIRES,
  ...VALEURS_COMPTES,
  ...VALEURS_PARTENAIRES,
  'contrats.etape': ETAT_CONTRAT,
  'signataires.role': ROLE_SIGNATAIRE,
  'axes.nature': NATURE_AXE,
  'actes.nature': NATURE_ACTE,
  'faits.nature': NATURE_FAIT,
  'reperes.nature': NATURE_REPERE,
  'axes.ages': AGE,
  'fiches.ages': AGE,
  'fiches.statut': STATUT,
  'fiches.priorite': PRIORITE,
  'fiches.nature': NATURE_ACTION,
  'fiches.participation': PARTICIPATION,
  'fiches.ottawa': AXE_OTTAWA,
  'objectifs.niveau': NIVEAU_OBJECTIF,
  'intervenants.role': ROLE_INTERVENANT,
  'financements.etat': ETAT_FINANCEMENT,
  'reponses.moment': MOMENT
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
  'modifie_le',
  'rang'
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
