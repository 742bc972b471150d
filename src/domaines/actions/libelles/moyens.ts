import { TAXE } from '#platform/argent.ts'
import type { EtatFinancement, Frequence, MoyenMutualise, NatureIndicateur } from '../schema/mots.ts'

/** A state said of euros, in a sentence: « 12 000 € accordés ». */
export const ETAT_DES_EUROS: Record<EtatFinancement, string> = {
  prevu: 'prévus',
  demande: 'demandés',
  accorde: 'accordés',
  verse: 'versés',
  consomme: 'consommés'
}

/** What partners put in common. */
export const MOYEN_MUTUALISE: Record<MoyenMutualise, string> = {
  locaux: 'Locaux',
  materiel: 'Matériel',
  personnel: 'Personnel'
}

export const NATURE_INDICATEUR: Record<NatureIndicateur, string> = {
  processus: 'Processus',
  resultat: 'Résultat',
  impact: 'Impact'
}

export const FREQUENCE: Record<Frequence, string> = {
  mensuelle: 'Chaque mois',
  trimestrielle: 'Chaque trimestre',
  semestrielle: 'Chaque semestre',
  annuelle: 'Chaque année',
  ponctuelle: 'Une seule fois'
}

// how the history tells of money, posts and figures

export const ACTES_MOYENS: Record<string, string> = {
  'releve.corriger': 'a corrigé un relevé d’indicateur',
  'releve.retirer': 'a retiré un relevé d’indicateur',
  'releve.retablir': 'a fait revenir un relevé d’indicateur',
  'fiche.ecrire_postes': 'a écrit les parts de postes',
  'poste.creer': 'a ajouté un poste',
  'poste.modifier': 'a corrigé un poste',
  'poste.retirer': 'a retiré un poste',
  'poste.retablir': 'a fait revenir un poste'
}

export const OBJETS_MOYENS: Record<string, string> = {
  postes: 'Poste',
  postes_fractions: 'Part de poste'
}

export const INCONNUS_MOYENS: Record<string, string> = {
  poste_id: 'un poste',
  detenteur_id: 'une structure'
}

export const CHAMPS_MOYENS: Record<string, string> = {
  mutualises: 'Moyens mutualisés',
  mutualisation: 'Ce qui est mutualisé',
  taxe: 'Taxes',
  poste_id: 'Poste',
  etp: 'Part de temps plein',
  'postes.quotite': 'Quotité',
  'postes.structure_id': 'Employeur',
  'postes_fractions.structure_id': 'Payé par',
  definition: 'Définition',
  frequence: 'Relevé',
  detenteur_id: 'Qui tient le chiffre',
  'indicateurs.objectif': 'Objectif mesuré'
}

export const VALEURS_MOYENS: Record<string, Record<string, string>> = {
  'financements.taxe': TAXE,
  'fiches.mutualises': MOYEN_MUTUALISE,
  'indicateurs.nature': NATURE_INDICATEUR,
  'indicateurs.frequence': FREQUENCE
}
