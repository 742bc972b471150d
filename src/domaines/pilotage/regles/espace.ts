import { dernierJour, type DateFloue } from '#platform/dates.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { Tache } from '#domaines/instances/schema/suites.ts'
import { tropTard } from '#domaines/instances/regles/invitations.ts'
import type { Reponse } from '#domaines/instances/schema.ts'

export type RefusDEspace = 'sans_adresse' | 'ne_veut_rien' | 'lien_recent'

/**
 * Whether the link of her page may leave to a person: she has an address, no other left within the hour, and, when somebody else sends
 * it, she did not ask to receive nothing. What she asks for herself she receives.
 */
export function peutPartir(
  { courriel, courriels }: { courriel: string | null; courriels: Courriels },
  { recent, parElle }: { recent: boolean; parElle: boolean }
): { courriel: string } | { refus: RefusDEspace } {
  if (!courriel) return { refus: 'sans_adresse' }
  if (courriels === 'aucun' && !parElle) return { refus: 'ne_veut_rien' }
  return recent ? { refus: 'lien_recent' } : { courriel }
}

type Attendu = {
  invitations: readonly { jour: string; annulee: boolean; reponse: Reponse | null; aConfirmer: boolean }[]
  taches: readonly Pick<Tache, 'faiteLe'>[]
  demandes: readonly { reponduLe: string | null }[]
}

/** What waits for a person, counted: invitations without an answer that holds and may still have one, tasks to do, requests for news. */
export const ceQuiAttend = ({ invitations, taches, demandes }: Attendu, jour: string): number =>
  invitations.filter((une) => (une.reponse === null || une.aConfirmer) && tropTard(une, jour) === null).length +
  taches.filter(({ faiteLe }) => faiteLe === null).length +
  demandes.filter(({ reponduLe }) => reponduLe === null).length

/** How many steps of an action are shown. */
const ETAPES_MONTREES = 3

/** The next steps of an action: those that have a date come first, the nearest before the others, then those of the plan in its order. */
export function prochainesEtapes<E extends { echeance: DateFloue | null }>(etapes: readonly E[]): E[] {
  const rang = ({ echeance }: E) => (echeance ? dernierJour(echeance) : '9999')
  return etapes.toSorted((a, b) => rang(a).localeCompare(rang(b))).slice(0, ETAPES_MONTREES)
}
