import type { PointMinute, TempsSeance } from '../schema.ts'

/** An agenda whose points know when they begin: minutes since the beginning, null past a point whose length is not said. */
export type Minutage<P> = { points: (P & { debut: number | null })[]; total: number; reste: number; incomplet: boolean }

/**
 * Puts the points one after the other in a meeting of `duree` minutes. `reste` is what no point takes; negative, the agenda is longer than
 * the meeting. Points without a length count for nothing, and `incomplet` says so.
 */
export function minuter<P extends PointMinute>(duree: number, points: readonly P[]): Minutage<P> {
  let debut: number | null = 0
  const places = points.map((point) => {
    const place = { ...point, debut }
    debut = debut === null || point.minutes === null ? null : debut + point.minutes
    return place
  })
  const total = points.reduce((somme, { minutes }) => somme + (minutes ?? 0), 0)
  return { points: places, total, reste: duree - total, incomplet: points.some(({ minutes }) => minutes === null) }
}

/** The hour at which a point begins, HH:MM; null when the meeting has no hour, or when a point before it has no length. */
export function heureDuPoint(heure: string | null, debut: number | null): string | null {
  if (heure === null || debut === null) return null
  const [heures, minutes] = heure.split(':').map(Number) as [number, number]
  const quand = heures * 60 + minutes + debut
  return `${String(Math.floor(quand / 60) % 24).padStart(2, '0')}:${String(quand % 60).padStart(2, '0')}`
}

/** Five minutes are the finest that an agenda is read at. */
const PAS = 5

/**
 * The three parts of a meeting of `duree` minutes, in their order: a quarter for the follow-up, a sixth for who presents itself, and
 * what is left for the work. They always add up to the meeting.
 */
export function partagerEnTrois(duree: number): { temps: TempsSeance; minutes: number }[] {
  const arrondi = (part: number) => Math.max(PAS, Math.round((duree * part) / PAS) * PAS)
  const suivi = arrondi(1 / 4)
  const presentation = Math.min(arrondi(1 / 6), duree - suivi - 1)
  return [
    { temps: 'suivi', minutes: suivi },
    { temps: 'presentation', minutes: presentation },
    { temps: 'thematique', minutes: duree - suivi - presentation }
  ]
}

/** The day since which a meeting follows up its actions: the last meeting of the body that took place before it, else six months before. */
export function depuisQuandSuivre(jour: string, passees: readonly { jour: string; annulee: boolean }[]): string {
  const derniere = passees
    .filter((autre) => !autre.annulee && autre.jour < jour)
    .map((autre) => autre.jour)
    .toSorted()
    .at(-1)
  if (derniere) return derniere
  const avant = new Date(`${jour}T00:00:00Z`)
  avant.setUTCMonth(avant.getUTCMonth() - 6)
  return avant.toISOString().slice(0, 10)
}

/** How a structure stands in the turn of presentations. */
export type TourDePresentation = 'prevue' | 'presentee' | 'jamais'
export const tourDe = ({ derniere, prochaine }: { derniere: string | null; prochaine: string | null }): TourDePresentation =>
  prochaine ? 'prevue' : derniere ? 'presentee' : 'jamais'
