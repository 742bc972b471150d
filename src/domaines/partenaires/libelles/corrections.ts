const REFUS: Record<string, string> = {
  trop_de_corrections: 'Vos corrections précédentes attendent encore\u00a0: laissez à la coordination le temps de les lire.',
  trop_de_demandes: 'Vos demandes précédentes attendent encore\u00a0: laissez à la coordination le temps d’y répondre.',
  structure_inconnue: 'Vous n’êtes plus dans cette structure, d’après l’annuaire\u00a0: écrivez-le à propos de vous.'
}
export const direRefusCorrection = (raison: string): string => REFUS[raison] ?? 'Cela n’a pas pu se faire.'

/** Corrections as the history tells them. */
export const ACTES_CORRECTIONS: Record<string, string> = {
  'correction.proposer': 'a proposé une correction de l’annuaire',
  'correction.traiter': 'a traité une correction proposée',
  'correction.reprendre': 'a repris une correction proposée'
}
export const OBJETS_CORRECTIONS: Record<string, string> = { corrections: 'Correction proposée' }
export const CHAMPS_CORRECTIONS: Record<string, string> = { traitee_le: 'Traitée le' }
