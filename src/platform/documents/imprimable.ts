import type { Teinte } from './couleurs.ts'

/**
 * A printed document before it is Word or PDF: a cover or a heading, then blocks in reading order.
 * Both renderers draw the same list, so the two files say the same thing by construction.
 * Every string is plain text: a line break is a new line; no markup is ever read in it.
 */
export type Imprimable = {
  titre: string
  /** Who answers for the document: the territory. */
  auteur: string
  /** Left side of the footer. */
  pied: string
  /** A warning repeated at the top of each page (« Exemple »); null for none. */
  mention: string | null
  teinte: Teinte
  /** Stands on the cover, or beside the lines that open the document; null for none. */
  logo: Logo | null
  ouverture: Ouverture
  /** With it the document has a table of contents, filled from its headings. */
  sommaire: boolean
  blocs: Bloc[]
}

/** An image and what it shows, for who does not see it; its size is in pixels. */
export type Logo = { octets: Uint8Array; genre: 'png' | 'jpeg'; largeur: number; hauteur: number; alternatif: string }

/** What stands before the first block: a whole page, or a few lines above it. */
export type Ouverture = {
  pleinePage: boolean
  surtitre: string
  titre: string
  /** One short line under the title. */
  sousTitre: string | null
  /** What the territory says besides, under it. */
  ligne: string | null
  /** Short facts, label and value. */
  reperes: Repere[]
  /** « Entre » these parties; empty for none. */
  parties: string[]
}

export type Repere = { nom: string; valeur: string }

/** The visible number of a heading, « Axe » + « 1.2 » + « · ». Numbers of one `serie` follow each other and Word counts them itself. */
export type Numero = { serie: string | null; avant: string; rang: string; apres: string }

/** The least that makes one: its text and its level, 1 to 9, never deeper than one below the heading before it. */
export type Titre = {
  bloc: 'titre'
  niveau: number
  texte: string
  numero: Numero | null
  /** False for the small headings inside a card: navigable, but out of the table of contents. */
  auSommaire: boolean
  nouvellePage: boolean
  /** Drawn on a coloured band, as the head of a card. */
  bandeau: boolean
  /** A word beside the heading: « exemple ». */
  mention: string | null
}

/** An element with its label (« Objectif général »), its note and its own elements. */
export type Element = { nom: string | null; texte: string; note: string | null; enfants: Element[] }

export type Colonne = { titre: string; /** Share of the width, against the other columns. */ part: number; chiffre: boolean }

/** One box to sign in. */
export type Signature = {
  structure: string
  precision: string | null
  personne: string | null
  qualite: string | null
  date: string | null
}

/** A card to cut out: a badge, with its words in large, or a slip of facts with room to write under it. */
export type Carte = {
  /** stands in the corner: a number */
  coin: string | null
  titre: string
  lignes: string[]
  entrees: Repere[]
  /** what is asked at the foot, before some empty lines; null for none */
  pied: string | null
  grande: boolean
}

export type Bloc =
  | Titre
  | { bloc: 'paragraphe'; texte: string }
  | { bloc: 'liste'; elements: Element[] }
  /** A card of short facts, label on the left. */
  | { bloc: 'reperes'; entrees: Repere[] }
  /** Texts that stand out, each under its label. */
  | { bloc: 'encadre'; entrees: Repere[] }
  /** `total` is a last row that sums up, cell by cell; `grand` for who reads it from afar, on a wall. */
  | { bloc: 'tableau'; colonnes: Colonne[]; lignes: string[][]; total: string[] | null; grand?: boolean }
  /** Two side by side, never cut; each is a heading one below the heading before it, at level 2. */
  | { bloc: 'cartes'; cartes: Carte[] }
  | { bloc: 'signatures'; cases: Signature[] }

/** A heading with the usual answers filled in: listed in the contents, on the running page, without number. */
export function titre(niveau: number, texte: string, reste: Partial<Omit<Titre, 'bloc' | 'niveau' | 'texte'>> = {}): Titre {
  return {
    bloc: 'titre',
    niveau,
    texte,
    numero: null,
    auSommaire: true,
    nouvellePage: false,
    bandeau: false,
    mention: null,
    ...reste
  }
}

/** What is seen before the text of a heading: « Axe 1.2 · ». */
export function direNumero(numero: Numero | null): string {
  return numero ? `${numero.avant}${numero.rang}${numero.apres}` : ''
}

/** The largest size that keeps the shape of an image within a place; in the unit of the place. */
export function logerImage(image: { largeur: number; hauteur: number }, place: { largeur: number; hauteur: number }) {
  const part = Math.min(place.largeur / image.largeur, place.hauteur / image.hauteur)
  return { largeur: image.largeur * part, hauteur: image.hauteur * part }
}

/** Where a logo stands, in centimetres: on a cover, and beside a few opening lines. */
export const PLACE_DU_LOGO = { couverture: { largeur: 8, hauteur: 2.8 }, entete: { largeur: 4.5, hauteur: 1.4 } } as const

/** A row short enough to be kept on one page; a longer one may continue on the next. */
export function tientEnsemble(ligne: readonly string[]): boolean {
  return ligne.every((texte) => texte.length < 500 && texte.split('\n').length < 12)
}
