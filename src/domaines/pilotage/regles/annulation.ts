import { jourDe, joursEntre } from '#platform/dates.ts'
import { JOURS_DE_RETOUR } from '../schema.ts'

/** One act of the history: `actes`, what was done, once each; `depasse` when a row that it touched is no longer as it left it. */
export type GesteLu = {
  acteurId: string | null
  survenuLe: Date
  actes: readonly string[]
  tables: readonly string[]
  depasse: boolean
}

/**
 * Memberships and the territory have acts of their own, with mails and rights behind them; a letter that left does not come back; a question
 * that people read is not taken from under their answers; who asked to be erased is, and giving that up has a button of its own.
 */
const SANS_RETOUR: ReadonlySet<string> = new Set([
  'adhesions',
  'collectivites',
  'collectivites_communes',
  'invitations',
  'diffusions',
  'rencontres_lettres',
  'abonnements',
  'questions',
  'effacements'
])

/** Acts whose rows say that letters left: taken back, those would leave again. */
const ACTES_SANS_RETOUR: ReadonlySet<string> = new Set(['taches.rappeler'])

/** What they move from one to the other of a merge wrote to nobody: it goes back with the rest. */
const REUNIONS: ReadonlySet<string> = new Set(['personnes.reunir', 'structures.reunir', 'geste.annuler'])
const D_UNE_REUNION: ReadonlySet<string> = new Set(['invitations', 'abonnements', 'effacements'])

const DE_FICHES: ReadonlySet<string> = new Set([
  'fiches',
  'places',
  'objectifs',
  'intervenants',
  'fiches_quartiers',
  'fiches_programmes',
  'fiches_prs',
  'liens',
  'distinctions',
  'postes',
  'postes_fractions',
  'etapes',
  'financements',
  'indicateurs',
  'indicateurs_valeurs',
  'reponses',
  'nouvelles',
  'pieces',
  'pieces_versions'
])

/** True of an act that touched only actions and what hangs from them. */
export const surDesFiches = (tables: readonly string[]): boolean => tables.every((table) => DE_FICHES.has(table))

export type RefusDAnnuler = 'geste_trop_vieux' | 'geste_depasse' | 'geste_sans_retour'

/** Why an act cannot be undone any more; null when it can. */
export function empechement({ survenuLe, actes, tables, depasse }: GesteLu, maintenant: Date): RefusDAnnuler | null {
  if (actes.some((acte) => ACTES_SANS_RETOUR.has(acte))) return 'geste_sans_retour'
  const reunion = actes.every((acte) => REUNIONS.has(acte))
  if (tables.some((table) => SANS_RETOUR.has(table) && !(reunion && D_UNE_REUNION.has(table)))) return 'geste_sans_retour'
  if (joursEntre(jourDe(survenuLe), jourDe(maintenant)) > JOURS_DE_RETOUR) return 'geste_trop_vieux'
  return depasse ? 'geste_depasse' : null
}
