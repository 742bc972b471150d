import type { MaisonChargee, NatureEnvoi } from '../schema/envois.ts'
import { SOLLICITATIONS } from '../schema/envois.ts'

/**
 * Whether a letter asks something of somebody's time and counts: an invitation, a reminder, a request for news, or any letter that carries
 * questions; never one that she asked for herself.
 */
export const estUneSollicitation = (
  nature: NatureEnvoi,
  { demandee, interroge }: { demandee: boolean; interroge: boolean }
): boolean => !demandee && (interroge || (SOLLICITATIONS as readonly NatureEnvoi[]).includes(nature))

/** Of the houses that were asked enough, those that a letter to these people, or houses, would ask once more. */
export const maisonsVisees = (maisons: readonly MaisonChargee[], gens: readonly string[]): MaisonChargee[] => {
  const vises = new Set(gens)
  return maisons.filter((maison) => maison.gens.some((id) => vises.has(id)))
}
