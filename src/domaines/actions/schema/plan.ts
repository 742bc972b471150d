import type { Remarque } from '#platform/classeur.ts'
import type { AnnexesPlan } from './annexes.ts'
import type { AttachesDossier, FicheDossier, NouvelleDossier } from './dossier.ts'

/** What a column of the template carries. `montant` belongs to the `financeur` beside it; `note` has no field of its own. */
export type RoleModele =
  | 'axe'
  | 'sousAxe'
  | 'sousSousAxe'
  | 'titre'
  | 'sousTitre'
  | 'description'
  | 'gouvernance'
  | 'objectifs'
  | 'indicateurs'
  | 'pilote'
  | 'moyens'
  | 'partenaire'
  | 'service_pilote'
  | 'personne_pilote'
  | 'elu_referent'
  | 'participation'
  | 'financeur'
  | 'montant'
  | 'budgetPrevisionnel'
  | 'statut'
  | 'priorite'
  | 'debut'
  | 'fin'
  | 'ameliorationContinue'
  | 'calendrier'
  | 'etapes'
  | 'notes'
  | 'documents'
  | 'note'

/** Those that only a free file has, because a person says so; a column that is to be `ignorer` is not read. */
export type RoleColonne =
  | RoleModele
  | 'numero'
  | 'nature'
  | 'contexte'
  | 'vigilance'
  | 'publics'
  | 'ages'
  | 'milieux'
  | 'thematiques'
  | 'types'
  | 'periode'
  | 'quartiers'
  | 'copilote'
  | 'objectifGeneral'
  | 'objectifSpecifique'
  | 'objectifOperationnel'
  | 'liens'
  | 'ignorer'

/** A column of the template: its name as written by us, and the hint under it. */
export type ColonneModele = { nom: string; role: RoleModele; aide: string }

const TEXTE = 'Champ texte'
const NOMS = 'Champ texte\n(séparateur virgule)'
const NOMBRE = 'Champ numérique'
const LISTE = 'Champ liste déroulante\n(choix prédéfinis)'

/** The 36 columns of the second edition of the national template, in order (references B1.2). */
export const COLONNES_36: readonly ColonneModele[] = [
  { nom: 'Axe (x)', role: 'axe', aide: TEXTE },
  { nom: 'Sous-axe (x.x)', role: 'sousAxe', aide: TEXTE },
  { nom: 'Sous-sous axe (x.x.x)', role: 'sousSousAxe', aide: TEXTE },
  { nom: 'Titre de l’action', role: 'titre', aide: TEXTE },
  { nom: 'Titre de la sous-action', role: 'sousTitre', aide: TEXTE },
  { nom: 'Descriptif', role: 'description', aide: TEXTE },
  { nom: 'Instances de gouvernance', role: 'gouvernance', aide: TEXTE },
  { nom: 'Objectifs', role: 'objectifs', aide: TEXTE },
  { nom: 'Indicateurs liés', role: 'indicateurs', aide: TEXTE },
  { nom: 'Structure pilote', role: 'pilote', aide: NOMS },
  { nom: 'Moyens humains et techniques', role: 'moyens', aide: TEXTE },
  { nom: 'Partenaires', role: 'partenaire', aide: NOMS },
  { nom: 'Direction ou service pilote', role: 'service_pilote', aide: NOMS },
  { nom: 'Personne pilote', role: 'personne_pilote', aide: NOMS },
  { nom: 'Élu·e référent·e', role: 'elu_referent', aide: NOMS },
  { nom: 'Participation Citoyenne', role: 'participation', aide: LISTE },
  { nom: 'Financements', role: 'note', aide: 'Champ texte libre' },
  { nom: 'Financeur 1', role: 'financeur', aide: NOMS },
  { nom: 'Montant € HT', role: 'montant', aide: NOMBRE },
  { nom: 'Financeur 2', role: 'financeur', aide: NOMS },
  { nom: 'Montant € HT', role: 'montant', aide: NOMBRE },
  { nom: 'Financeur 3', role: 'financeur', aide: NOMS },
  { nom: 'Montant € HT', role: 'montant', aide: NOMBRE },
  { nom: 'Budget prévisionnel total € HT', role: 'budgetPrevisionnel', aide: NOMBRE },
  { nom: 'Statut', role: 'statut', aide: LISTE },
  { nom: 'Niveau de priorité', role: 'priorite', aide: LISTE },
  { nom: 'Date de début', role: 'debut', aide: 'Champ date' },
  { nom: 'Date de fin', role: 'fin', aide: 'Champ date' },
  { nom: 'Action en amélioration continue', role: 'ameliorationContinue', aide: 'Champ binaire' },
  { nom: 'Calendrier', role: 'calendrier', aide: TEXTE },
  { nom: 'Actions liées', role: 'note', aide: TEXTE },
  { nom: 'Fiches des plans liées', role: 'note', aide: TEXTE },
  { nom: 'Notes de suivi', role: 'note', aide: TEXTE },
  { nom: 'Etapes de la fiche action', role: 'etapes', aide: TEXTE },
  { nom: 'Notes complémentaires', role: 'notes', aide: TEXTE },
  { nom: 'Documents et liens', role: 'documents', aide: TEXTE }
]

/** Before the id of its contract, in the help sheet of a file that we wrote: by it the file finds its contract again. */
export const REPERE_DU_CONTRAT = 'Repère du contrat : '

/** Names of the template's three sheets; the reader finds the data by its columns, whatever the sheet's name. */
export const FEUILLES_MODELE = { aide: 'Mode demploi', donnees: 'Fichier dimport', listes: 'Listes déroulantes' } as const

/** Our sheet of what the contract's life is made of: read by people, not by an import. */
export const FEUILLE_ACTES = 'Actes et conventions'

/** Our sheet of the actions that stand in no contract, and what the axis of a row may say instead, in any file. */
export const FEUILLE_HORS_CONTRAT = 'Actions hors contrat'
export const HORS_CONTRAT = ['Hors contrat', 'Hors CLS', 'ASV', 'Atelier santé ville'] as const

/**
 * Line that opens, at the foot of the notes, the fields that the template has no column for, one « Nom : valeur » a line.
 * Within a value « ⏎ » is a line break and « | » parts two values.
 */
export const DEBUT_BLOC = '— Autres champs de la fiche, repris à l’import —'
export const SAUT = '⏎'
export const BARRE = '|'
/** Axes deeper than the columns stand together in the last one, parted so. */
export const PLUS_BAS = ' › '
/** A bar that stands in a value: it would part it. */
export const BARRE_DITE = '｜'

/**
 * Names of those fields. « Financement 4 », « Financement 5 »… stand for the funders beyond the three columns; « Indicateur 2 »
 * says what the cell of the indicators does not.
 */
export const BLOC = {
  numero: 'Numéro',
  nature: 'Nature',
  contexte: 'Contexte',
  vigilance: 'Points de vigilance',
  publics: 'Publics',
  ages: 'Âges',
  milieux: 'Milieux',
  thematiques: 'Thèmes',
  types: 'Types d’action',
  facettes: 'À qui elle s’adresse',
  motifExistante: 'Pourquoi l’inscrire',
  ottawa: 'Axes d’Ottawa',
  politiques: 'Politiques de la collectivité',
  quartiers: 'Quartiers',
  copilote: 'Copilotes',
  directionReferente: 'Directions référentes',
  precision: 'Précision',
  budget: 'Budget prévisionnel',
  financement: 'Financement',
  mutualises: 'Moyens mutualisés',
  mutualisation: 'Ce qui est mutualisé',
  indicateur: 'Indicateur',
  poste: 'Poste',
  reponse: 'Réponse',
  entree: 'Dans le contrat depuis',
  horsQpv: 'Hors quartier prioritaire',
  liee: 'Action liée',
  programme: 'Programme',
  prs: 'Axe du PRS',
  nouvelle: 'Nouvelle'
} as const

/** The fields of a fiche that a file can carry: all but its attached documents and its history. */
export type ChampsPlan = Omit<FicheDossier, 'id' | 'sousActions' | 'nouvelles' | 'pieces' | 'exemple' | 'attaches'> &
  Pick<AttachesDossier, 'programmes' | 'prs' | 'entree'> & {
    /** `repere`: the key of the row, when several have this title */
    liees: (Omit<AttachesDossier['liees'][number], 'id'> & { repere: string | null })[]
    nouvelles: Omit<NouvelleDossier, 'exemple'>[]
  }

export type { Remarque }

/** `cle` identifies an axis by its path: titles without case, accents or numbering. */
export type AxePlan = { cle: string; numero: string | null; titre: string; enfants: AxePlan[] }

export type LignePlan = {
  /** Identity of the row: place, title and order among equals, whatever case, accents, spacing and numbering. */
  cle: string
  nature: 'action' | 'sous_action'
  /** `cle` of the action above a sub-action. */
  parent: string | null
  /** Titles of the axes above, from the top; empty when the fiche hangs from none. */
  axes: string[]
  /** true when it stands out of any contract: of the ASV, where there is one */
  hors: boolean
  feuille: string
  ligne: number
  /** true for an action that no row describes: only its sub-actions name it. */
  deduite: boolean
  /** Empty cells are null or empty lists, and never erase. */
  champs: ChampsPlan
}

/** A plan as the file tells it. When `refus` is not empty nothing is to be imported. */
export type PlanLu = {
  titre: string | null
  /** the contract that our own export says it came from, of whatever territory; null for any other file */
  contrat: string | null
  axes: AxePlan[]
  lignes: LignePlan[]
  /** what our own exports say beside their rows; null for any other file */
  annexes: AnnexesPlan | null
  refus: Remarque[]
  avertissements: Remarque[]
}

export type AxeExistant = { id: string; cle: string }

/** `cleImport` and `dernierImport`: key and values that the previous import wrote; null when the fiche never came from a file. */
export type FicheExistante = {
  id: string
  cle: string
  /** true of a sub-action */
  sous: boolean
  cleImport: string | null
  champs: ChampsPlan
  dernierImport: ChampsPlan | null
}

/** What the target contract and its territory already hold. `axes` is flat. */
export type PlanExistant = {
  axes: AxeExistant[]
  fiches: FicheExistante[]
  structures: { id: string; nom: string; sigle?: string | null }[]
  personnes: { id: string; nom: string }[]
  quartiers: { id: string; nom: string }[]
}

export type EtatLigne = 'cree' | 'modifie' | 'inchange' | 'conflit'

/** `conflit`: a person changed it here since the last import and the file says otherwise. `retenu`: the file's value will be written. */
export type DifferenceChamp = { champ: keyof ChampsPlan; avant: unknown; apres: unknown; conflit: boolean; retenu: boolean }

export type DifferenceLigne = { ligne: LignePlan; etat: EtatLigne; fiche: string | null; champs: DifferenceChamp[] }

export type Comptes = { axes: number; actions: number; sousActions: number; structures: number; personnes: number }

/** A name of the file and the one it was recognised as; `id` null when it will be created. */
export type NomReconnu = { nom: string; id: string | null }

export type DifferencesPlan = {
  lignes: DifferenceLigne[]
  /** Axes to create, parents first, each with its path of keys. */
  axesACreer: { cle: string; parent: string | null; titre: string; numero: string | null }[]
  structures: NomReconnu[]
  personnes: NomReconnu[]
  quartiers: NomReconnu[]
  crees: Comptes
  modifies: Comptes
  inchanges: Comptes
}
