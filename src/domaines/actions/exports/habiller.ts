import type { Imprimable } from '#platform/documents/imprimable.ts'
import type { HabillageImprime } from '#domaines/actions/schema/habillage.ts'

/** What the territory gives to each of its documents: its logo, its colour, its foot of page before what the document says of itself. */
export const habiller = (
  { logo, teinte, pied }: HabillageImprime,
  territoire: { nom: string },
  suite: string | null = null
): Pick<Imprimable, 'logo' | 'teinte' | 'pied'> => ({
  logo,
  teinte,
  pied: [pied ?? territoire.nom, suite].filter(Boolean).join(' · ')
})
