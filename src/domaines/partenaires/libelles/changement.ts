import { direQuand } from '#platform/dates.ts'
import type { RefusDeChanger } from '../regles/changement.ts'

type Precisions = { nom?: unknown; structure?: unknown; debut?: unknown }

const REFUS: Record<RefusDeChanger['raison'], (precisions: Precisions) => string> = {
  sans_fonction: ({ nom }) => `${String(nom)} n’a pas de fonction aujourd’hui\u00a0: ajoutez-lui plutôt une fonction.`,
  quelle_fonction: () => 'Choisissez la fonction qui se termine.',
  meme_structure: ({ nom, structure }) =>
    `${String(nom)} tient déjà une fonction à «\u202f${String(structure)}\u202f»\u00a0: pour un autre titre au même endroit, modifiez cette fonction ou ajoutez-en une.`,
  avant_le_debut: ({ structure, debut }) =>
    `La fonction à «\u202f${String(structure)}\u202f» a commencé ${direQuand(String(debut))}\u00a0: la suivante ne peut pas commencer plus tôt.`,
  changement_a_venir: () => 'Cette date est à venir\u00a0: notez le changement quand il aura eu lieu.'
}

/** Why a change of structure was not noted, and what to do instead. */
export const direRefusDeChanger = (raison: string, precisions: Precisions): string =>
  REFUS[raison as RefusDeChanger['raison']](precisions)
