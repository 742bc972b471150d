import { z } from 'zod'
import { facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'
import type { GenreFichier } from '#platform/fichiers.ts'

export const NATURES_PIECE = [
  'acte',
  'convention',
  'compte_rendu',
  'bilan',
  'budget',
  'communication',
  'photo',
  'support',
  'autre'
] as const
export type NaturePiece = (typeof NATURES_PIECE)[number]

/** One state of an attached document: the file as it was sent, by whom and when. */
export type VersionDePiece = {
  id: string
  numero: number
  nomFichier: string
  genre: GenreFichier
  taille: number
  largeur: number | null
  hauteur: number | null
  note: string | null
  auteur: string
  /** AAAA-MM-JJ, in Paris */
  le: string
}

/** An attached document with its versions, the latest first; there is always one. */
export type Piece = {
  id: string
  /** the act of the contract that it is the paper of */
  acteId: string | null
  intitule: string
  nature: NaturePiece
  texteAlternatif: string | null
  versions: [VersionDePiece, ...VersionDePiece[]]
}

/** What is said of a document. */
export const pieceSchema = z.object({
  intitule: ligneSchema('Le nom du document', 200),
  nature: z.enum(NATURES_PIECE, 'Choisissez la nature du document dans la liste.').default('autre'),
  texteAlternatif: facultatif(
    texteSchema.pipe(z.string().max(1_000, 'Ce que montre l’image tient en 1 000 caractères.'))
  ).default(null)
})

/** A file as it was sent. */
export const fichierSchema = z.object(
  { nom: z.string(), octets: z.instanceof(Uint8Array<ArrayBufferLike>) },
  'Choisissez un fichier.'
)
