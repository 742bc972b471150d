import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema } from '#platform/saisie.ts'

/** What a structure is in the one that groups several. */
export const ROLES_REGROUPEMENT = ['membre', 'fondateur', 'gestionnaire', 'porteur', 'invite'] as const
export type RoleRegroupement = (typeof ROLES_REGROUPEMENT)[number]

/** How the structure of the page stands to the other one. */
export const SENS_REGROUPEMENT = ['regroupe', 'membre_de'] as const
export type SensRegroupement = (typeof SENS_REGROUPEMENT)[number]

/** What a form says of the place of one in the other. */
export const placeSchema = z.object({
  role: z.enum(ROLES_REGROUPEMENT, 'Choisissez un rôle.'),
  debut: facultatif(dateTapeeSchema).default(null),
  fin: facultatif(dateTapeeSchema).default(null)
})

export const regroupementSchema = placeSchema.extend({
  structureId: z.uuid(),
  sens: z.enum(SENS_REGROUPEMENT, 'Dites laquelle regroupe l’autre.'),
  autre: ligneSchema('Le nom de l’autre structure'),
  exemple: z.boolean().default(false)
})
