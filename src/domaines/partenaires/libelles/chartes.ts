import { compter } from '#platform/texte.ts'
import type { RefusDeCharte } from '../regles/chartes.ts'

/** Why a charter was refused. */
export const direRefusCharte = (raison: string, { annee }: Record<string, unknown>): string =>
  ({
    charte_deja: `Cet établissement a déjà une charte pour ${String(annee)}\u00a0: modifiez-la plutôt.`,
    signature_a_venir: 'Cette date est à venir\u00a0: laissez vide tant que la charte n’est pas signée.'
  })[raison as RefusDeCharte]

/** What the page says first: « 2 chartes signées pour 2026-2027, 1 à signer, 3 à renouveler ». */
export function direChartes(signees: number, aSigner: number, aRenouveler: number, annee: string): string {
  const dits = [
    `${compter(signees, 'charte signée', 'chartes signées')} pour ${annee}`,
    ...(aSigner > 0 ? [`${aSigner} à signer`] : []),
    ...(aRenouveler > 0 ? [`${aRenouveler} à renouveler`] : [])
  ]
  return dits.join(', ')
}

/** The charters as the history tells them. */
export const ACTES_CHARTES: Record<string, string> = {
  'charte.noter': 'a noté une charte',
  'charte.modifier': 'a corrigé une charte',
  'charte.renouveler': 'a renouvelé une charte',
  'charte.retirer': 'a retiré une charte',
  'charte.retablir': 'a fait revenir une charte'
}
export const OBJETS_CHARTES: Record<string, string> = { chartes: 'Charte annuelle' }
export const CHAMPS_CHARTES: Record<string, string> = {
  'chartes.annee': 'Année scolaire, début',
  signee_le: 'Signée le',
  contact_id: 'Contact',
  infirmier_id: 'Infirmière ou infirmier scolaire',
  rencontres: 'Temps de rencontre'
}
