import { normaliser } from '#platform/texte.ts'

/** Somebody of the directory who may be meant; `maisons`: the houses where she works today. */
export type Candidate = { id: string; nom: string; cleNom: string; courriel: string | null; maisons: string[] }

/** Who is meant; several who cannot be told apart, each as one can write her; or nobody. */
export type Designation = { id: string } | { plusieurs: string[] } | null

/** Which of them a name, « name, house », or an address designates. A name that several bear designates nobody: what she is given is hers alone. */
export function designee(dite: string, candidates: readonly Candidate[]): Designation {
  const parAdresse = candidates.filter(({ courriel }) => courriel?.toLowerCase() === dite.trim().toLowerCase())
  const entieres = candidates.filter(({ cleNom }) => cleNom === normaliser(dite))
  const [nom = '', ...reste] = dite.split(',')
  const maison = normaliser(reste.join(','))
  const deLaMaison = candidates.filter(
    ({ cleNom, maisons }) => maison && cleNom === normaliser(nom) && maisons.some((une) => normaliser(une) === maison)
  )
  const lues = [parAdresse, entieres, deLaMaison].find(({ length }) => length > 0) ?? []
  if (lues.length > 1)
    return {
      plusieurs: lues.map(({ nom: sien, maisons, courriel }) => [sien, maisons[0] ?? courriel].filter(Boolean).join(', '))
    }
  return lues[0] ? { id: lues[0].id } : null
}
