import { compter } from '#platform/texte.ts'
import type { RefusDAmbassadeur } from '../regles/ambassadeurs.ts'

const REFUS: Record<RefusDAmbassadeur, string> = {
  accord_a_venir: 'Cette date est à venir\u00a0: inscrivez la personne quand elle aura donné son accord.',
  ambassadeur_deja: 'Cette personne est déjà ambassadrice de ce quartier.'
}

/** Why an ambassador was not noted. */
export const direRefusAmbassadeur = (raison: string): string => REFUS[raison as RefusDAmbassadeur]

/** What the page says first: « 2 quartiers prioritaires sur 3 ont un ambassadeur santé ». */
export function direCouverture(total: number, sans: number): string {
  if (total === 0) return 'Les ambassadeurs santé des quartiers'
  if (sans === 0)
    return total === 1
      ? 'Le quartier prioritaire a un ambassadeur santé'
      : `Les ${total} quartiers prioritaires ont chacun un ambassadeur santé`
  if (sans === total) return 'Aucun quartier prioritaire n’a encore d’ambassadeur santé'
  return `${compter(total - sans, 'quartier prioritaire', 'quartiers prioritaires')} sur ${total} ${total - sans === 1 ? 'a' : 'ont'} un ambassadeur santé`
}

/** The ambassadors as the history tells them. */
export const ACTES_AMBASSADEURS: Record<string, string> = {
  'ambassadeur.inscrire': 'a inscrit un ambassadeur santé',
  'ambassadeur.modifier': 'a corrigé ce qui est dit d’un ambassadeur santé',
  'ambassadeur.retirer_accord': 'a noté qu’un ambassadeur santé retire son accord',
  'ambassadeur.retirer': 'a retiré un ambassadeur santé noté par erreur',
  'ambassadeur.retablir': 'a fait revenir un ambassadeur santé'
}
export const OBJETS_AMBASSADEURS: Record<string, string> = { ambassadeurs: 'Ambassadeur santé' }
export const CHAMPS_AMBASSADEURS: Record<string, string> = { accord_le: 'Accord donné le', accord_retire_le: 'Accord retiré le' }
