import { compter, enumerer, majuscule } from '#platform/texte.ts'
import { LE_MOMENT } from '#domaines/contrats/libelles.ts'
import { MOMENTS, type Moment } from '#domaines/contrats/schema.ts'
import { STATUTS, type Statut } from '../schema/mots.ts'

/** A question without answer is owed (`manque`), will be (`plus_tard`), or never will (`sans_objet`). */
export type EtatCase = 'repondue' | 'manque' | 'plus_tard' | 'sans_objet'

/** How many of the three moments an action has reached: written, engaged, done. One given up owes nothing. */
const ATTEINTS: Record<Statut, number> = {
  a_venir: 1,
  a_discuter: 1,
  en_cours: 2,
  en_retard: 2,
  en_pause: 2,
  bloque: 2,
  realise: 3,
  abandonne: 0
}

/** The moments at which an action owes its answers today: each one stays due once it is reached. */
export const momentsAttendus = (statut: Statut | null): readonly Moment[] => MOMENTS.slice(0, statut ? ATTEINTS[statut] : 1)

/** What one question is for an action, at one moment. */
export function etatDeLaCase(statut: Statut | null, moment: Moment, repondue: boolean): EtatCase {
  if (repondue) return 'repondue'
  if (statut === 'abandonne') return 'sans_objet'
  return momentsAttendus(statut).includes(moment) ? 'manque' : 'plus_tard'
}

/** The rule as pairs of a status (« » when it is not said) and a moment then due, so that the database counts by the same one. */
export const attentes = (moments: readonly Moment[] = MOMENTS): { statut: Statut | ''; moment: Moment }[] =>
  (['', ...STATUTS] as const).flatMap((statut) =>
    momentsAttendus(statut === '' ? null : statut)
      .filter((moment) => moments.includes(moment))
      .map((moment) => ({ statut, moment }))
  )

/** Where an action stands before the questions of its contract: what it owes today, what it gave of it, what is left. */
export function situerReponses(
  statut: Statut | null,
  transversaux: readonly string[],
  reponses: readonly { axe: string; moment: Moment }[]
): { attendues: number; donnees: number; manquent: { axe: string; moment: Moment }[] } {
  const dues = momentsAttendus(statut).flatMap((moment) => transversaux.map((axe) => ({ axe, moment })))
  const manquent = dues.filter((due) => !reponses.some(({ axe, moment }) => axe === due.axe && moment === due.moment))
  return { attendues: dues.length, donnees: dues.length - manquent.length, manquent }
}

/** How many answers an action still owes to this number of transversal axes, knowing how many it gave at each moment. */
export const compterManques = (
  statut: Statut | null,
  transversaux: number,
  donnees: Readonly<Partial<Record<Moment, number>>>
): number => momentsAttendus(statut).reduce((somme, moment) => somme + Math.max(0, transversaux - (donnees[moment] ?? 0)), 0)

/** Why these answers and no others, in a sentence. */
export function direAttente(statut: Statut | null): string {
  if (statut === 'abandonne') return 'L’action est abandonnée : plus aucune réponse n’est attendue.'
  const atteints = momentsAttendus(statut)
  const dits = enumerer(atteints.map((moment) => LE_MOMENT[moment]))
  if (atteints.length === 1) return `L’action n’a pas commencé : seule ${dits} est attendue.`
  if (atteints.length === 2)
    return `L’action est engagée : ${dits} sont attendues. ${majuscule(LE_MOMENT.evaluation)} viendra quand elle sera réalisée.`
  return `L’action est réalisée : ${dits} sont attendues.`
}

/** Answers due to one axis at one moment over many actions, and those given. */
export type TotalCase = { axe: string; moment: Moment; attendues: number; repondues: number }

/** The sum of the totals of an axis, of a moment, or of all. */
export function sommer(
  totaux: readonly TotalCase[],
  de: { axe?: string; moment?: Moment } = {}
): { attendues: number; repondues: number } {
  const voulus = totaux.filter(
    ({ axe, moment }) => (de.axe === undefined || axe === de.axe) && (de.moment === undefined || moment === de.moment)
  )
  return {
    attendues: voulus.reduce((somme, { attendues }) => somme + attendues, 0),
    repondues: voulus.reduce((somme, { repondues }) => somme + repondues, 0)
  }
}

/** Share of the answers due that were given, in whole percent; null when none is due. All and none are never said of almost. */
export function partRepondue({ attendues, repondues }: { attendues: number; repondues: number }): number | null {
  if (attendues === 0) return null
  if (repondues === attendues) return 100
  return repondues === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * repondues) / attendues)))
}

/** What the matrix finds, in the words of its title. */
export function titreDeLaMatrice(
  trouve: { actions: number; debitrices: number; attendues: number; repondues: number },
  moment: Moment | null = null
): string {
  const { actions, debitrices, attendues, repondues } = trouve
  const pour = moment ? ` pour ${LE_MOMENT[moment]}` : ''
  if (actions === 0) return 'Aucune action n’a de question à répondre'
  if (attendues === 0) return `Aucune réponse n’est attendue aujourd’hui${pour}`
  if (debitrices === 0) return `Aucune réponse ne manque${pour}`
  return `${compter(debitrices, 'action doit', 'actions doivent')} encore ${compter(attendues - repondues, 'réponse')}${pour}`
}
