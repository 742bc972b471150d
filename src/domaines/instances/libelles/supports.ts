import { direRefusPiece } from '#domaines/actions/libelles/pieces.ts'
import { GENRES, direPoids } from '#platform/fichiers.ts'
import { SUPPORTS_MAX, type Support } from '../schema/supports.ts'

const REFUS: Record<string, string> = {
  support_manque: 'Choisissez un fichier, ou donnez une adresse internet.',
  support_double: 'Un fichier ou une adresse, pas les deux\u00a0: ajoutez-les l’un après l’autre.',
  trop_de_supports: `Une séance porte ${SUPPORTS_MAX} documents au plus. Retirez-en un d’abord.`
}
export const direRefusSupport = (raison: string): string => REFUS[raison] ?? direRefusPiece(raison)

/** « PDF, 340 Ko », or « lien ». */
export const direSupport = ({ genre, taille }: Support): string =>
  genre && taille ? `${GENRES[genre].libelle}, ${direPoids(taille)}` : 'lien'

export const ACTES_SUPPORTS: Record<string, string> = {
  'seance.joindre_support': 'a joint un document à une séance',
  'support.retirer': 'a retiré un document d’une séance',
  'support.retablir': 'a fait revenir un document d’une séance'
}
export const OBJETS_SUPPORTS: Record<string, string> = { supports: 'Document de la séance' }
