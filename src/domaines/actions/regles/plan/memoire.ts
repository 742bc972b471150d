import type { Appariement, Memoire } from '../../schema/appariement.ts'
import { cleDeNom } from './colonnes.ts'

/** Names of columns as the same file would have them another time, in whatever order, case and accents. */
export const signature = (noms: readonly string[]): string[] => noms.map(cleDeNom).toSorted()

/** What was said of columns of these names; of several that share one, in their order. */
export function rolesRetenus(noms: readonly string[], { colonnes }: Memoire): Appariement['roles'] {
  const restes = new Map<string, Appariement['roles']>()
  for (const { nom, role } of colonnes) {
    const cle = cleDeNom(nom)
    restes.set(cle, [...(restes.get(cle) ?? []), role])
  }
  return noms.map((nom) => restes.get(cleDeNom(nom))?.shift() ?? 'note')
}
