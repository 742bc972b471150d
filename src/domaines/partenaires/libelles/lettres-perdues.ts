import { direDate } from '#platform/dates.ts'
import type { LettrePerdue } from '../schema/lettres-perdues.ts'

/** « Le dernier courriel, du 12 mai 2026, a été refusé. », and what the server of the address answered. */
export const direLettrePerdue = ({ le, etat, motif }: LettrePerdue): string =>
  (etat === 'refuse'
    ? `Le dernier courriel, du ${direDate(le)}, a été refusé.`
    : `Le dernier courriel, du ${direDate(le)}\u00a0: on ne sait pas s’il est arrivé.`) +
  (motif ? ` Réponse reçue\u00a0: «\u202f${motif}\u202f».` : '')
