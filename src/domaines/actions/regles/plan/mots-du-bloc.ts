import { AGE } from '#domaines/contrats/libelles.ts'
import { AXE_OTTAWA, FACETTE, POLITIQUE, THEMATIQUE, TYPE_ACTION } from '../../libelles.ts'
import { MOYEN_MUTUALISE } from '../../libelles/moyens.ts'

const MOTS = {
  thematiques: THEMATIQUE,
  types: TYPE_ACTION,
  facettes: FACETTE,
  ages: AGE,
  ottawa: AXE_OTTAWA,
  politiques: POLITIQUE,
  mutualises: MOYEN_MUTUALISE
}
export type ListeDeMots = keyof typeof MOTS

/** Lists of words that a notes cell holds for want of a column: the French of each word, as it is written and as it is read back. */
export const MOTS_DU_BLOC: Record<ListeDeMots, Record<string, string>> = MOTS
