import { compter } from '#platform/texte.ts'

/** « 204 personnes, 61 de plus en un an » */
export function direCroissance(total: number, gain: number): string {
  const gens = compter(total, 'personne')
  if (gain === 0) return `${gens}, comme il y a un an`
  return `${gens}, ${Math.abs(gain).toLocaleString('fr-FR')} de ${gain > 0 ? 'plus' : 'moins'} en un an`
}
