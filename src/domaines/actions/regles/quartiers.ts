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

/** How many shades a map of counts has, beside that of none. */
const TEINTES = 4

/** The counts that each shade of the map stands for: none, then equal shares up to the greatest; fewer shades when there are few counts. */
export function teintesDesComptes(comptes: readonly number[]): { de: number; a: number }[] {
  const plus = Math.max(0, ...comptes)
  const pas = Math.max(1, Math.ceil(plus / TEINTES))
  const paliers = Array.from({ length: Math.ceil(plus / pas) }, (_, rang) => ({
    de: rang * pas + 1,
    a: Math.min(plus, (rang + 1) * pas)
  }))
  return [{ de: 0, a: 0 }, ...paliers]
}

/** « aucune action », « 1 action », « 3 à 4 actions ». */
export const direTeinte = ({ de, a }: { de: number; a: number }): string =>
  a === 0 ? 'aucune action' : de === a ? compter(a, 'action') : `${de} à ${compter(a, 'action')}`
