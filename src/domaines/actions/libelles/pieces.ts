import { REFUS_FICHIER, type RaisonFichier } from '#platform/fichiers.ts'
import type { NaturePiece } from '../schema/pieces.ts'

export const NATURE_PIECE: Record<NaturePiece, string> = {
  acte: 'Acte signé, délibération, arrêté',
  convention: 'Convention',
  compte_rendu: 'Compte rendu',
  bilan: 'Bilan, évaluation',
  budget: 'Budget, devis, facture',
  communication: 'Affiche, communication',
  photo: 'Photo',
  support: 'Support, diaporama',
  autre: 'Autre document'
}

const REFUS_PIECE: Record<string, string> = {
  texte_alternatif_manque:
    'Dites ce que montre l’image, pour les personnes qui ne la voient pas. Par exemple «\u202fLe bus santé devant la mairie\u202f».',
  version_identique: 'Ce fichier est exactement celui de la dernière version.'
}

/** What a person reads when a command refuses. */
export const direRefusPiece = (raison: string): string =>
  REFUS_FICHIER[raison as RaisonFichier] ?? REFUS_PIECE[raison] ?? 'Cela n’est pas possible ici.'

/** What the history says of attached documents. */
export const ACTES_PIECES: Record<string, string> = {
  'piece.joindre': 'a joint un document',
  'piece.ajouter_version': 'a joint une nouvelle version d’un document',
  'piece.modifier': 'a corrigé ce qui est dit d’un document',
  'piece.retirer': 'a retiré un document',
  'piece.retablir': 'a fait revenir un document'
}

export const OBJETS_PIECES: Record<string, string> = {
  pieces: 'Document',
  pieces_du_contrat: 'Document du contrat',
  pieces_versions: 'Version d’un document'
}

export const CHAMPS_PIECES: Record<string, string> = {
  acte_id: 'Acte',
  piece_id: 'Document',
  texte_alternatif: 'Ce que montre l’image',
  nom_fichier: 'Fichier',
  genre: 'Format',
  note: 'Ce qui change'
}

export const VALEURS_PIECES: Record<string, Record<string, string>> = { 'pieces.nature': NATURE_PIECE }
export const INCONNUS_PIECES: Record<string, string> = { piece_id: 'un document', acte_id: 'un acte' }
