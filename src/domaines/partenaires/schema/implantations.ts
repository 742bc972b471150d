import { z } from 'zod'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import { lirePoint } from './point.ts'

/** What a partner has in a place. */
export const NATURES_IMPLANTATION = ['siege', 'antenne', 'permanence'] as const
export type NatureImplantation = (typeof NATURES_IMPLANTATION)[number]

const pointSchema = z.string().transform((texte, ctx) => {
  const point = lirePoint(texte)
  if (point) return point
  ctx.addIssue({
    code: 'custom',
    message: 'Écrivez la latitude puis la longitude, par exemple 49.0364, 2.0633.'
  })
  return z.NEVER
})

export const implantationSchema = z.object({
  nature: z.enum(NATURES_IMPLANTATION, 'Choisissez dans la liste.'),
  nom: facultatif(ligneSchema('Le nom du lieu', 200)).default(null),
  adresse: facultatif(ligneSchema('L’adresse', 500)).default(null),
  quartierId: facultatif(z.uuid('Choisissez un quartier dans la liste.')).default(null),
  commune: facultatif(z.string().regex(/^[0-9A-Z]{5}$/, 'Choisissez une commune dans la liste.')).default(null),
  point: facultatif(pointSchema).default(null),
  jours: facultatif(ligneSchema('Les jours', 200)).default(null),
  surPlace: z.coerce.boolean().default(false)
})
