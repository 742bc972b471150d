import { AVEC_UN_NOM, type Origine } from '../schema/provenances.ts'

/** One line of « who made whom known », people and structures alike by their ids; `parId` is null when nobody in particular did. */
export type Provenance = {
  id: string
  nom: string
  genre: 'personne' | 'structure'
  sorte: Origine
  parId: string | null
  par: string | null
  parGenre: 'personne' | 'structure' | null
  precision: string | null
}

export type RefusDeProvenance = 'par_manque' | 'par_soi_meme' | 'provenance_en_boucle'

/** True of an origin that names who brought her. */
export const nommeQuelquUn = (sorte: Origine): boolean => AVEC_UN_NOM.some((une) => une === sorte)

/** Everybody above one of them: who brought her, who brought that one, and so on. */
export function ancetres(de: string, liens: readonly Pick<Provenance, 'id' | 'parId'>[]): Set<string> {
  const parents = new Map(liens.map(({ id, parId }) => [id, parId]))
  const vus = new Set<string>()
  for (let parent = parents.get(de) ?? null; parent !== null && !vus.has(parent); parent = parents.get(parent) ?? null)
    vus.add(parent)
  return vus
}

/** Nobody brings herself, nor somebody who brought her, near or far. Null when it may be noted. */
export function jugerProvenance(
  { id, sorte, parId, nomme }: { id: string; sorte: Origine; parId: string | null; nomme: boolean },
  liens: readonly Pick<Provenance, 'id' | 'parId'>[]
): RefusDeProvenance | null {
  if (!nommeQuelquUn(sorte)) return null
  if (!nomme) return 'par_manque'
  if (parId === id) return 'par_soi_meme'
  return parId !== null && ancetres(parId, liens).has(id) ? 'provenance_en_boucle' : null
}

export type Branche = { id: string; nom: string; genre: 'personne' | 'structure'; connus: Branche[]; nombre: number }

/** Who made whom known, as trees: each begins with somebody whom nobody brought; the largest first. `nombre` counts all below. */
export function arbreDesProvenances(lignes: readonly Provenance[]): Branche[] {
  const liens = lignes.filter(({ parId }) => parId !== null)
  const dessous = Map.groupBy(liens, ({ parId }) => parId!)
  const amenes = new Set(liens.map(({ id }) => id))
  const brancher = (id: string, nom: string, genre: Branche['genre'], chemin: ReadonlySet<string>): Branche => {
    const connus = (dessous.get(id) ?? [])
      .filter((lien) => !chemin.has(lien.id))
      .map((lien) => brancher(lien.id, lien.nom, lien.genre, new Set([...chemin, lien.id])))
      .toSorted(parNombre)
    return { id, nom, genre, connus, nombre: connus.reduce((somme, connu) => somme + 1 + connu.nombre, 0) }
  }
  return [...dessous]
    .filter(([id]) => !amenes.has(id))
    .map(([id, [premier]]) => brancher(id, premier!.par!, premier!.parGenre!, new Set([id])))
    .toSorted(parNombre)
}

const parNombre = (a: Branche, b: Branche) => b.nombre - a.nombre || (a.nom < b.nom ? -1 : 1)
