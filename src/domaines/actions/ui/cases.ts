import type { NomIcone } from '#ui/icones.ts'
import type { EtatCase } from '../regles/matrice.ts'

/** How a question of the contract looks in each of its states: a colour never speaks alone, a drawing and a word go with it. */
export const ALLURE_CASE: Record<EtatCase, { ton: 'ok' | 'trame' | 'neutre'; icone: NomIcone | null; mot: string }> = {
  repondue: { ton: 'ok', icone: 'fait', mot: 'répondu' },
  manque: { ton: 'trame', icone: 'aide', mot: 'à répondre' },
  plus_tard: { ton: 'neutre', icone: null, mot: 'pas encore' },
  sans_objet: { ton: 'neutre', icone: null, mot: 'sans objet' }
}
