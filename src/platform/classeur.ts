/** A cell as the person sees it, whatever the file's format. A date has no hour; an empty cell is null, never empty text. */
export type Cellule = string | number | boolean | null | { date: string }

/** Cells merged into one; only the first, top left, holds the value. Indexes start at 0. */
export type Fusion = { ligne: number; colonne: number; hauteur: number; largeur: number }

export type Feuille = { nom: string; lignes: Cellule[][]; fusions: Fusion[]; masquee: boolean }

/** What a file holds beside its cells, to be said to who brings it. Rows and columns count from 0. */
export type Signe =
  | { sorte: 'macros' }
  | { sorte: 'liens_externes' }
  | { sorte: 'texte'; separateur: Separateur; encodage: Encodage }
  | { sorte: 'formules'; feuille: string; nombre: number }
  | { sorte: 'formule_sans_valeur'; feuille: string; ligne: number; colonne: number }
  | { sorte: 'lignes_masquees'; feuille: string; nombre: number }

export type Separateur = ';' | ',' | '\t' | '|'
export type Encodage = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A spreadsheet read into memory. `base1904`: its bare serial dates count from 1904, as old Mac files do. */
export type Classeur = { feuilles: Feuille[]; base1904: boolean; signes: Signe[] }

/** What a person must look at in a file: its sheet, its row counted from 1 (0: the whole of it), its column when there is one. */
export type Remarque = { feuille: string; ligne: number; colonne: string; motif: string }

/** A table of a text document, on one grid, and the paragraphs that stand over it since the table before; `titres`: ranks of headings among them. */
export type TableauWord = { avant: string[]; titres: number[]; lignes: (string | null)[][]; fusions: Fusion[] }

export type RaisonIllisible = 'pas_un_tableur' | 'protege' | 'trop_gros' | 'abime'

const PHRASES: Record<RaisonIllisible, string> = {
  pas_un_tableur:
    'Ce fichier n’est pas un tableur. Choisissez un fichier .xlsx, .ods ou .csv, ou un document .docx dont les fiches sont en tableaux.',
  protege:
    'Ce fichier est protégé par un mot de passe. Ouvrez-le dans votre tableur, enregistrez-le sans mot de passe, puis recommencez.',
  trop_gros:
    'Ce fichier est trop gros pour être lu. Gardez seulement la feuille du plan d’action, sans images, puis recommencez.',
  abime: 'Ce fichier est abîmé et ne peut pas être lu. Ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis recommencez.'
}

/** The file cannot be read as a spreadsheet; `message` is the French sentence to show. */
export class ClasseurIllisible extends Error {
  readonly raison: RaisonIllisible

  constructor(raison: RaisonIllisible, cause?: unknown) {
    super(PHRASES[raison], { cause })
    this.name = 'ClasseurIllisible'
    this.raison = raison
  }
}

export type StyleCellule = 'titre' | 'entete' | 'aide' | 'important'

export type CelluleAEcrire = Cellule | { valeur: Cellule; style: StyleCellule }

/** A sheet to be written; columns and rows are counted from 0, text is always text, never a formula. */
export type FeuilleAEcrire = {
  nom: string
  lignes: CelluleAEcrire[][]
  /** Width in characters and format of each column; cells are wrapped and aligned at the top. */
  colonnes: { largeur: number; format?: 'date' | 'montant' }[]
  /** Rows that stay in sight when scrolling, counted from the top. */
  lignesFigees?: number
  colonnesFigees?: number
  /** Drop-down lists, from a row to another, both included; a value outside the list only warns. */
  listes?: { colonne: number; deLigne: number; aLigne: number; valeurs: readonly string[] }[]
  masquee?: boolean
}
