import { compter } from '#platform/texte.ts'
import type { Empechement } from '../regles/demandes.ts'

/** Why nobody can be asked about an action, and what to do. */
export const EMPECHEMENT: Record<Empechement, string> = {
  sans_pilote: 'Personne ne la pilote.',
  sans_adresse: 'Ses pilotes n’ont pas d’adresse électronique.',
  ne_veulent_pas: 'Ses pilotes ne veulent pas recevoir ces courriels.'
}

/** What the letter is called in an inbox: « Des nouvelles de 3 actions ? Cergy, santé ». */
export const objetDeDemande = (actions: readonly string[], territoire: string): string =>
  actions.length === 1
    ? `Des nouvelles de «\u00a0${actions[0]}\u00a0»\u202f?`
    : `Des nouvelles de ${compter(actions.length, 'action')}\u202f? ${territoire}, santé`
