import type { DateFloue } from '#platform/dates.ts'
import type { Centimes, Taxe } from '#platform/argent.ts'
import type { NatureTerritoire } from '#domaines/territoires/schema.ts'
import type {
  Age,
  EtatContrat,
  GuideAxe,
  Moment,
  MontantActe,
  NatureActe,
  NatureProgramme,
  RoleSignataire
} from '#domaines/contrats/schema.ts'
import type {
  AxeOttawa,
  EtatFinancement,
  Frequence,
  MoyenMutualise,
  Facette,
  NatureAction,
  NatureIndicateur,
  NiveauObjectif,
  Participation,
  Politique,
  Priorite,
  RoleIntervenant,
  Statut,
  Thematique,
  TypeAction
} from './mots.ts'
import type { NatureLien } from './suite.ts'

/**
 * A whole contract as one value, in reading order: what the Word, PDF, spreadsheet and JSON exports are made from.
 * Long texts are plain text; a line break is a new line, an empty line a new paragraph. Money is in cents.
 */
export type Dossier = {
  territoire: { nom: string; code: string | null; nature: NatureTerritoire; communes: string[]; slug: string }
  contrat: {
    id: string
    intitule: string
    generation: number
    debut: DateFloue | null
    fin: DateFloue | null
    etat: EtatContrat
    signeLe: DateFloue | null
    signatureLieu: string | null
    preambule: string | null
    gouvernance: string | null
    /** « Vu le code de la santé publique… », one text for each reference. */
    referencesLegales: string[]
    /** Names of the levels of the thematic tree, from the top: ['Axe', 'Thématique'] (the fiche stands under the last). */
    niveaux: string[]
    /** true when nothing of it is a fact: shown as « exemple ». */
    exemple: boolean
  }
  signataires: SignataireDossier[]
  conventions: { structure: string; objet: string | null; date: DateFloue | null }[]
  /** the acts of its life beside its signature, the oldest first */
  actes: ActeDossier[]
  axes: AxeDossier[]
  transversaux: (TransversalDossier & GuideAxe)[]
  /** Fiches of the contract that hang from no axis. */
  horsAxe: FicheDossier[]
  sigles: { sigle: string; developpe: string }[]
}

export type ActeDossier = {
  nature: NatureActe
  reference: string
  date: DateFloue
  objet: string | null
  /** where a prorogation takes the end of the contract */
  nouvelleFin: DateFloue | null
  montants: Omit<MontantActe, 'financeurId'>[]
}

export type TransversalDossier = { id: string; intitule: string; question: string | null; sousQuestions: string[] }

/** What a contract says before its axes and its fiches. */
export type EnTeteDossier = Omit<Dossier, 'axes' | 'horsAxe' | 'sigles' | 'actes'>

/** What a fiche printed alone says of the contract that it stands in. */
export type CadreDeFiche = {
  territoire: Pick<Dossier['territoire'], 'nom' | 'slug'>
  contrat: Pick<Dossier['contrat'], 'intitule' | 'debut' | 'fin' | 'etat' | 'exemple'>
  transversaux: TransversalDossier[]
}

/** Fiches chosen in the portfolio, in its order, with how many the choice really has; axes are those of the whole territory. */
export type SelectionDossier = {
  territoire: Pick<Dossier['territoire'], 'nom' | 'slug'>
  transversaux: TransversalDossier[]
  fiches: FicheDossier[]
  total: number
  /** where the first of them stands in the choice, from 1 */
  depuis: number
  jour: string
}

export type SignataireDossier = {
  structure: string
  sigle: string | null
  personne: string | null
  qualite: string | null
  role: RoleSignataire
  signeLe: DateFloue | null
}

export type AxeDossier = {
  id: string
  /** « 1 », « 1.2 »: computed from the order in the tree. */
  numero: string
  /** Name of its level, « Axe » or « Thématique ». */
  niveau: string
  intitule: string
  enjeu: string | null
  constat: string | null
  objectif: string | null
  exemple: boolean
  enfants: AxeDossier[]
  fiches: FicheDossier[]
}

export type FicheDossier = {
  id: string
  numero: string | null
  titre: string
  nature: NatureAction | null
  /** why it stands in the contract although it exists already */
  motifExistante: string | null
  statut: Statut | null
  priorite: Priorite | null
  debut: DateFloue | null
  fin: DateFloue | null
  calendrier: string | null
  ameliorationContinue: boolean | null
  participation: Participation | null
  gouvernance: string | null
  contexte: string | null
  description: string | null
  moyens: string | null
  /** what partners put in common, and in which way */
  mutualises: MoyenMutualise[]
  mutualisation: string | null
  vigilance: string | null
  notes: string | null
  documents: string | null
  liens: string | null
  thematiques: Thematique[]
  types: TypeAction[]
  publics: string[]
  facettes: Facette[]
  ages: Age[]
  milieux: string[]
  ottawa: AxeOttawa[]
  politiques: Politique[]
  quartiers: string[]
  objectifs: ObjectifDossier[]
  intervenants: IntervenantDossier[]
  etapes: { intitule: string; echeance: DateFloue | null; faite: boolean }[]
  budgetPrevisionnel: Centimes | null
  /** null where a file says no budget */
  budgetTaxe: Taxe | null
  financements: {
    financeur: string
    annee: number | null
    montant: Centimes | null
    etat: EtatFinancement
    taxe: Taxe
  }[]
  /** what the action takes of posts, in full-time equivalents */
  postes: PosteDossier[]
  indicateurs: IndicateurDossier[]
  reponses: { axe: string; moment: Moment; texte: string }[]
  /** dated news, the latest first */
  nouvelles: NouvelleDossier[]
  /** attached documents, the latest first, each as its last version is */
  pieces: PieceDossier[]
  sousActions: FicheDossier[]
  exemple: boolean
  /** why an action of the ASV names no priority quartier */
  horsQpv: string | null
  /** only read with a whole contract: what it holds to, and how it came into the contract */
  attaches?: AttachesDossier
}

/** `qui` parts a name that alone would be read otherwise: a structure and a person together, or the other of the two. */
export type IntervenantDossier = {
  role: RoleIntervenant
  nom: string
  detail: string | null
  qui?: { structure: string | null; personne: string | null }
}

/** An axis of a regional plan, by the version that it stands in. */
export type RefPrs = { sigle: string; debut: DateFloue | null; numero: string }

/** Links that this action says of others, other programmes, axes of regional plans of its own, its entry in the contract. */
export type AttachesDossier = {
  liees: { id: string; titre: string; nature: NatureLien; precision: string | null }[]
  programmes: { nature: NatureProgramme; intitule: string }[]
  prs: RefPrs[]
  entree: { depuis: DateFloue | null; motif: string | null } | null
}

/** A tree: general objectives hold specific ones, which hold operational ones; a level may be missing. */
export type ObjectifDossier = { niveau: NiveauObjectif; texte: string; resultat: string | null; enfants: ObjectifDossier[] }

export type IndicateurDossier = {
  intitule: string
  unite: string | null
  initiale: number | null
  cible: number | null
  definition: string | null
  nature: NatureIndicateur | null
  source: string | null
  frequence: Frequence | null
  /** the structure that holds the figure */
  detenteur: string | null
  /** the operational objective that it measures, in its words */
  objectif: string | null
  valeurs: { date: DateFloue; valeur: number }[]
}

export type PosteDossier = {
  poste: string
  etp: number
  annee: number | null
  financeur: string | null
  montant: Centimes | null
}

export type PieceDossier = { intitule: string; fichier: string; date: DateFloue; version: number }

export type NouvelleDossier = { date: DateFloue; texte: string; source: string | null; auteur: string; exemple: boolean }
