import { estUnGroupe } from '../regles.ts'
import type { NatureInstance, SeanceDatee } from '../schema.ts'

/** Working groups meet twice a year at most for each theme, two hours at most: so that partners who are asked little keep coming. */
export const SEANCES_PAR_AN = 2
export const DUREE_MAX = 120

/** Whether a body is held to the two rules: the committees and the bodies of residents set their own rhythm. */
export const estTenue = (nature: NatureInstance): boolean => estUnGroupe(nature)

/** The meetings of the theme that already stand in that year, in their order; cancelled ones, and the one that is being written, do not count. */
export const seancesDeLAnnee = (
  { id, jour }: { id: string | null; jour: string },
  duTheme: readonly SeanceDatee[]
): SeanceDatee[] =>
  duTheme
    .filter((autre) => !autre.annulee && autre.id !== id && autre.jour.slice(0, 4) === jour.slice(0, 4))
    .toSorted((a, b) => (a.jour < b.jour ? -1 : 1))

/**
 * The meetings that stand beyond the two of their year without saying why: one that came back from those put aside, or whose body changed its
 * nature or its theme, was not asked. The first days of the year are not the ones that ask.
 */
export function sansPourquoi(nature: NatureInstance, duTheme: readonly SeanceDatee[]): string[] {
  if (!estTenue(nature)) return []
  return [...new Set(duTheme.map(({ jour }) => jour.slice(0, 4)))].flatMap((annee) =>
    duTheme
      .filter(({ annulee, ditPourquoi, jour }) => !annulee && !ditPourquoi && jour.startsWith(annee))
      .toSorted((a, b) => a.jour.localeCompare(b.jour) || a.id.localeCompare(b.id))
      .slice(SEANCES_PAR_AN)
      .map(({ id }) => id)
  )
}

export type ChampDeMotif = 'motifQuota' | 'motifDuree'

/** What the rules still ask a meeting that stands to say; `sansPourquoi`: as above. */
export function motifsADire(
  seance: { id: string; duree: number; motifDuree: string | null; annuleeLe: Date | null },
  groupe: boolean,
  sansPourquoi: readonly string[]
): ChampDeMotif[] {
  if (seance.annuleeLe || !groupe) return []
  return [
    ...(sansPourquoi.includes(seance.id) ? (['motifQuota'] as const) : []),
    ...(seance.duree > DUREE_MAX && !seance.motifDuree ? (['motifDuree'] as const) : [])
  ]
}

export type SeanceAJuger = {
  id: string | null
  jour: string
  duree: number
  motifQuota: string | null
  motifDuree: string | null
}
export type EcartDeSeance =
  { raison: 'motif_quota'; champ: 'motifQuota'; autres: SeanceDatee[] } | { raison: 'motif_duree'; champ: 'motifDuree' }

/**
 * What a meeting goes past without saying why, the number before the length; null when nothing. A rule warns and can be overridden
 * with a reason, which is kept. `avant`: as it stood before it is corrected; only what grows is asked about again.
 */
export function ecartDe(
  seance: SeanceAJuger,
  nature: NatureInstance,
  duTheme: readonly SeanceDatee[],
  avant: Pick<SeanceAJuger, 'jour' | 'duree'> | null = null
): EcartDeSeance | null {
  if (!estTenue(nature)) return null
  const autres = seancesDeLAnnee(seance, duTheme)
  const nouvelleAnnee = avant?.jour.slice(0, 4) !== seance.jour.slice(0, 4)
  if (nouvelleAnnee && autres.length >= SEANCES_PAR_AN && !seance.motifQuota)
    return { raison: 'motif_quota', champ: 'motifQuota', autres }
  const plusLongue = seance.duree > DUREE_MAX && seance.duree > (avant?.duree ?? 0)
  return plusLongue && !seance.motifDuree ? { raison: 'motif_duree', champ: 'motifDuree' } : null
}

/** An hour as a person types it, « 14 h 30 », « 14h », « 14:30 », as HH:MM; null when it is none. */
export function lireHeure(texte: string): string | null {
  const lue = /^(\d{1,2})\s*(?:h|:|heures?)?\s*(\d{2})?$/i.exec(texte.trim())
  const [heures, minutes] = [Number(lue?.[1] ?? 99), Number(lue?.[2] ?? 0)]
  return heures < 24 && minutes < 60 ? `${String(heures).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null
}

/** The length of a meeting as a person types it, in minutes: « 120 », « 2 h », « 1 h 30 », « 90 minutes »; null when it is none. */
export function lireDuree(texte: string): number | null {
  const net = texte.trim().toLowerCase()
  const minutes = /^(\d{1,4})\s*(?:min|minutes?)?$/.exec(net)
  if (minutes) return Number(minutes[1])
  const heures = /^(\d{1,2})\s*(?:h|heures?)\s*(\d{1,2})?\s*(?:min|minutes?)?$/.exec(net)
  return heures ? Number(heures[1]) * 60 + Number(heures[2] ?? 0) : null
}
