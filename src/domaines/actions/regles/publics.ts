import { normaliser } from '#platform/texte.ts'
import { FACETTE } from '../libelles.ts'
import type { Facette } from '../schema/mots.ts'

/** Whom an action is for: the words of the list, then those that people wrote and that say something else. */
export function direPublics({ facettes, publics }: { facettes: readonly Facette[]; publics: readonly string[] }): string {
  const dits = facettes.map((facette) => FACETTE[facette])
  const connus = new Set(dits.map(normaliser))
  return [...dits, ...publics.filter((nom) => !connus.has(normaliser(nom)))].join(', ')
}
