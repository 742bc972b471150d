import { z } from 'zod'

/** What a territory is made of. */
export const NATURES_TERRITOIRE = ['commune', 'epci', 'ept', 'libre'] as const
export type NatureTerritoire = (typeof NATURES_TERRITOIRE)[number]

/** The three parties whose signature can be required (R-001, A0-3 of the requirements). */
export const PARTIES_REQUISES = ['collectivite', 'ars', 'prefecture'] as const
export type PartieRequise = (typeof PARTIES_REQUISES)[number]

/** A quartier may be a priority quarter of the city policy (QPV) or one that no official geography knows. */
export const NATURES_QUARTIER = ['qpv', 'quartier'] as const
export type NatureQuartier = (typeof NATURES_QUARTIER)[number]
export const GENERATIONS_QPV = ['2015', '2024'] as const
export type Generation = (typeof GENERATIONS_QPV)[number]

/** What is drawn of a quartier: polygons in degrees of longitude and latitude, always as a GeoJSON MultiPolygon. */
export const contourSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z
    .array(z.array(z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(4)).min(1))
    .min(1)
})
export type Contour = z.output<typeof contourSchema>

export const codeCommuneSchema = z
  .string()
  .regex(/^(?:\d{5}|2[AB]\d{3})$/, 'Un code INSEE de commune a cinq caractères, par exemple 95127.')
