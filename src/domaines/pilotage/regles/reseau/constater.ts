import type { LienConstate } from '#domaines/partenaires/schema/relations.ts'
import { direPourquoi } from '../../libelles/reseau.ts'
import type { Fait, Fenetre, Lien, StructureLue } from './liens.ts'
import { relier } from './liens.ts'

/** The links of one structure, the highest level first, then those of which there is most to tell. */
export function liensDe(
  id: string,
  { structures, faits }: { structures: readonly StructureLue[]; faits: readonly Fait[] },
  fenetre: Fenetre
): LienConstate[] {
  return liensParmi(
    id,
    relier(
      faits.filter((fait) => fait.structures.includes(id)),
      fenetre
    ),
    new Map(structures.map((une) => [une.id, une.nom]))
  )
}

/** The same from links that are known already. */
export function liensParmi(id: string, liens: readonly Lien[], noms: ReadonlyMap<string, string>): LienConstate[] {
  return liens
    .filter(({ un, autre }) => un === id || autre === id)
    .toSorted((a, b) => b.niveau - a.niveau || b.faits.length - a.faits.length || (a.un + a.autre < b.un + b.autre ? -1 : 1))
    .map(({ un, autre, niveau, faits }) => {
      const la = un === id ? autre : un
      return {
        id: la,
        nom: noms.get(la) ?? '',
        niveau,
        pourquoi: direPourquoi(faits),
        declaree: faits.some(({ nature }) => nature === 'declaree')
      }
    })
}
