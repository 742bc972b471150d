import { normaliser } from '#platform/texte.ts'
import type { Contour, Generation, NatureQuartier } from '../schema.ts'

export type QuartierConnu = {
  id: string
  nom: string
  nature: NatureQuartier
  generation: Generation | null
  code: string | null
  aContour: boolean
}
type Propose = {
  nom: string
  nature: NatureQuartier
  generation: Generation | null
  code: string | null
  contour: Contour | null
}
export type Rapprochement<P> = { quartier: P; sort: 'neuf' } | { quartier: P; sort: 'complete' | 'inchange'; id: string }

/**
 * What would become of each proposed quartier: `neuf`; `complete` when the territory has it without its contour or code; `inchange`
 * otherwise. One quartier is recognised by its nature, generation and code, or name (case, accents and spacing aside).
 */
export function rapprocherQuartiers<P extends Propose>(
  connus: readonly QuartierConnu[],
  proposes: readonly P[]
): Rapprochement<P>[] {
  const liste = (quartier: { nature: string; generation: string | null }) => `${quartier.nature}|${quartier.generation ?? ''}`
  const parNom = new Map<string, QuartierConnu>()
  const parCode = new Map<string, QuartierConnu>()
  const retenir = (quartier: QuartierConnu) => {
    parNom.set(`${liste(quartier)}|${normaliser(quartier.nom)}`, quartier)
    if (quartier.code) parCode.set(`${liste(quartier)}|${quartier.code.toUpperCase()}`, quartier)
  }
  connus.forEach(retenir)
  const vus = new Set<string>()
  return proposes.map((quartier) => {
    const deja =
      (quartier.code ? parCode.get(`${liste(quartier)}|${quartier.code.toUpperCase()}`) : undefined) ??
      parNom.get(`${liste(quartier)}|${normaliser(quartier.nom)}`)
    // two communes of one agglomeration may each have a « Centre ville »: two codes are two quartiers
    const autre = deja?.code && quartier.code && deja.code.toUpperCase() !== quartier.code.toUpperCase()
    if (!deja || autre) {
      retenir({ ...quartier, id: '', aContour: quartier.contour !== null })
      return { quartier, sort: 'neuf' }
    }
    if (deja.id === '' || vus.has(deja.id)) return { quartier, sort: 'inchange', id: deja.id }
    vus.add(deja.id)
    const complete = (!deja.aContour && quartier.contour !== null) || (deja.code === null && quartier.code !== null)
    return { quartier, sort: complete ? 'complete' : 'inchange', id: deja.id }
  })
}

/** True when the communes that a file names for a quartier touch the territory; null when the file names none. */
export function estDuTerritoire(texte: string | null, communes: readonly { code: string; nom: string }[]): boolean | null {
  if (!texte) return null
  const nommees = texte.split(/[,;/]| et /).map(normaliser)
  return communes.some(({ code, nom }) => nommees.includes(normaliser(nom)) || nommees.includes(code.toLowerCase()))
}
