import { ACTIONS } from './tableau/actions.ts'
import { CONTRATS } from './tableau/contrats.ts'
import { INSTANCES } from './tableau/instances.ts'
import { LIENS } from './tableau/liens.ts'
import { PARTENAIRES } from './tableau/partenaires.ts'
import { TERRITOIRE } from './tableau/territoire.ts'

/**
 * Who may what, written by hand: coordination, direction, elu, contributeur, lecteur; for what is public, also the coordination of
 * another territory and nobody. oui · non (403) · renvoi (the reading sends elsewhere) · a status.
 */
export const TABLEAU: Record<string, Record<string, string>> = {
  ...LIENS,
  ...CONTRATS,
  ...TERRITOIRE,
  ...ACTIONS,
  ...PARTENAIRES,
  ...INSTANCES
}
