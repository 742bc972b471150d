import { compter, enumerer } from '#platform/texte.ts'

type Compte = { nom: string; nature: 'qpv' | 'quartier'; generation: string | null; actions: number }

/** The priority quartiers in force: those of the latest generation that the territory knows. */
export function prioritaires<T extends Compte>(quartiers: readonly T[]): T[] {
  const generations = quartiers.flatMap(({ nature, generation }) => (nature === 'qpv' && generation ? [generation] : []))
  const derniere = generations.toSorted().at(-1)
  return quartiers.filter(({ nature, generation }) => nature === 'qpv' && generation === (derniere ?? null))
}

/** The quartiers of which an empty line says something: the priority ones in force, or all of them where there is none. */
export const quartiersRegardes = <T extends Compte>(quartiers: readonly T[]): readonly T[] => {
  const vus = prioritaires(quartiers)
  return vus.length > 0 ? vus : quartiers
}

/** What the page says at first sight: the priority quartiers that no action names; an empty cell is the information. */
export function titreDesQuartiers(quartiers: readonly Compte[], partout: number): string {
  if (quartiers.length === 0) return 'Aucun quartier encore'
  const vus = quartiersRegardes(quartiers)
  const mot = vus[0]!.nature === 'qpv' ? ['quartier prioritaire', 'quartiers prioritaires'] : ['quartier', 'quartiers']
  const oublies = vus.filter(({ actions }) => actions === 0)
  if (oublies.length > 0 && oublies.length <= 3) return `Aucune action ne nomme ${enumerer(oublies.map(({ nom }) => nom))}`
  if (oublies.length > 0) return `${oublies.length} ${mot[1]} sur ${vus.length} n’ont aucune action`
  const reste = partout === 0 ? '' : `, et ${compter(partout, 'action vise', 'actions visent')} tout le territoire`
  return vus.length === 1 ? `${vus[0]!.nom} a ses actions${reste}` : `Chaque ${mot[0]} a ses actions${reste}`
}
