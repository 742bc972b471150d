import { SOLLICITATIONS, type NatureEnvoi } from '../schema/envois.ts'
import type { Courriels } from '../schema.ts'

/**
 * Whether a letter may leave for somebody, by what she accepts to receive: nothing at all; all but what asks something of her time;
 * everything. Who asked for the letter herself gets it whatever she chose before.
 */
export function accepteLaLettre(courriels: Courriels, nature: NatureEnvoi, demandee: boolean): boolean {
  if (demandee || courriels === 'tous') return true
  return courriels === 'lecture' && !(SOLLICITATIONS as readonly NatureEnvoi[]).includes(nature)
}
