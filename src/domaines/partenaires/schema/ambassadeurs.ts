import { z } from 'zod'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema } from '#platform/saisie.ts'

const champs = {
  quartierId: z.uuid('Choisissez un quartier dans la liste.'),
  debut: facultatif(dateTapeeSchema).default(null),
  fin: facultatif(dateTapeeSchema).default(null),
  /** the day on which she agreed to be known as such */
  accordLe: dateTapeeSchema
}
const ordre = { path: ['fin'], error: 'La fin est avant le début.' }

/** Who agreed to be a health ambassador, where and since when. Nothing else is asked of her. */
export const ambassadeurSchema = z
  .object({
    personne: ligneSchema('Le nom de la personne'),
    ...champs,
    accord: z.literal('oui', 'Sans son accord, on n’inscrit personne.'),
    exemple: z.boolean().default(false)
  })
  .refine(finApresDebut, ordre)

export const periodeSchema = z.object({ id: z.uuid(), ...champs }).refine(finApresDebut, ordre)
