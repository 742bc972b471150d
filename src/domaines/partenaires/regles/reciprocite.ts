import { premierJour, type DateFloue } from '#platform/dates.ts'
import type { Presence } from '../schema/reciprocite.ts'

export type RefusDeReciprocite = 'pas_encore' | 'motif_manque'

/**
 * What is noted of a meeting agrees with its day: nobody has gone to one that is still to come; and what was not honoured says why, so that
 * it can be said to the partner. Null when it may be noted.
 */
export function jugerInvitationRecue(
  { presence, date, motif }: { presence: Presence; date: DateFloue; motif: string | null },
  jour: string
): RefusDeReciprocite | null {
  if (presence === 'attendue') return null
  if (premierJour(date) > jour && presence !== 'manquee') return 'pas_encore'
  return presence === 'manquee' && !motif ? 'motif_manque' : null
}

/** True of an invitation whose day is past, of which nobody said whether somebody went. */
export const resteADire = ({ presence, date }: { presence: Presence; date: DateFloue }, jour: string): boolean =>
  presence === 'attendue' && premierJour(date) < jour

export type Recue = { date: DateFloue; presence: Presence }
/** What one partner and the service did of each other's invitations. */
export type Echanges = { conviees: number; venus: number; recues: readonly Recue[] }
export type Balance = {
  /** they came `venus` times out of `conviees` */
  conviees: number
  venus: number
  /** we went, or sent somebody, `alles` times out of `invites` */
  invites: number
  alles: number
  /** the last invitation was not honoured, or most were not */
  alerte: boolean
}

/** The reciprocity of one partner; an invitation of which nothing was said counts neither way. */
export function balanceDe({ conviees, venus, recues }: Echanges): Balance {
  const dites = recues
    .filter(({ presence }) => presence !== 'attendue')
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
  const manquees = dites.filter(({ presence }) => presence === 'manquee').length
  return {
    conviees,
    venus,
    invites: dites.length,
    alles: dites.length - manquees,
    alerte: dites[0]?.presence === 'manquee' || 2 * manquees > dites.length
  }
}

/** The day so many months before another: where a window begins. */
export function ilYA(mois: number, jour: string): string {
  const [annee, m, j] = jour.split('-').map(Number) as [number, number, number]
  const dernier = new Date(Date.UTC(annee, m - mois, 0)).getUTCDate()
  return new Date(Date.UTC(annee, m - 1 - mois, Math.min(j, dernier))).toISOString().slice(0, 10)
}
