import { normaliser } from '#platform/texte.ts'
import { TEMPS_SEANCE_DIT } from '../libelles/techniques.ts'
import type { Technique, TempsSeance } from '../schema.ts'
import { TEMPS_SEANCE } from '../schema.ts'
import type { Attente, Devenir, PointNeuf } from '../schema/attentes.ts'
import { partagerEnTrois } from './ordre-du-jour.ts'

const SE_CONNAITRE = /se connaitre|connaitre (?:les|d'|des) autres|se rencontrer|interconnaissance|qui (?:fait quoi|est qui)/
const SE_PRESENTER = /presentation|presenter/

/**
 * Where something asked for belongs in a meeting, and how to work on it: people who want to know each other meet by two in the
 * second part, whoever wants to hear a structure does so there too; the rest is work on the theme. A proposal, that the agenda lets change.
 */
export function ranger(texte: string): { temps: TempsSeance; technique: Technique | null } {
  const dit = normaliser(texte)
  if (SE_CONNAITRE.test(dit)) return { temps: 'presentation', technique: 'speed_meeting' }
  return { temps: SE_PRESENTER.test(dit) ? 'presentation' : 'thematique', technique: null }
}

/** Past this, a title is no title: it is cut at a word, and the whole goes beneath. */
const TITRE_MAX = 120

/** What was asked for, as a point of an agenda. */
export function enPoint(texte: string): PointNeuf {
  const ligne = texte.replace(/\s+/g, ' ')
  const court = ligne.length > TITRE_MAX ? `${ligne.slice(0, TITRE_MAX).replace(/\s+\S*$/, '')}…` : ligne
  return { ...ranger(texte), intitule: court, minutes: null, detail: court === texte ? null : texte }
}

/**
 * The agenda once something asked for entered it: after the last point of its part, or of a part before; a meeting without an agenda gets its
 * three parts, and this one in the place of its own. `rang` is where the new points begin; `attendu` is its place among them.
 */
export function placer(
  points: readonly { temps: TempsSeance }[],
  duree: number,
  point: PointNeuf
): { rang: number; neufs: PointNeuf[]; attendu: number } {
  if (points.length > 0) {
    const jusque = TEMPS_SEANCE.indexOf(point.temps)
    const dernier = points.findLastIndex(({ temps }) => TEMPS_SEANCE.indexOf(temps) <= jusque)
    return { rang: dernier + 2, neufs: [point], attendu: 0 }
  }
  const neufs = partagerEnTrois(duree).map(({ temps, minutes }) =>
    temps === point.temps
      ? { ...point, minutes }
      : { temps, intitule: TEMPS_SEANCE_DIT[temps], minutes, technique: null, detail: null }
  )
  return { rang: 1, neufs, attendu: neufs.findIndex(({ temps }) => temps === point.temps) }
}

/** What becomes of something asked for: called off, its meeting gives it back. */
export function devenirDe({ ecartee, prevue }: Pick<Attente, 'ecartee' | 'prevue'>, jour: string): Devenir {
  if (ecartee) return 'ecartee'
  if (prevue === null || prevue.annulee) return 'attend'
  return prevue.jour < jour ? 'tenue' : 'prevue'
}

/** The day of the next meeting of the body that may take it: not the one after which it was asked for; null when there is none. */
export const prochainePour = (
  { seanceId }: Pick<Attente, 'seanceId'>,
  seances: readonly { id: string; jour: string; annuleeLe: Date | null }[],
  jour: string
): string | null =>
  seances
    .flatMap((seance) => (seance.id !== seanceId && seance.jour >= jour && seance.annuleeLe === null ? seance.jour : []))
    .toSorted()[0] ?? null
