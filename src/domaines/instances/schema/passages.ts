import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'

/** One time the service went to a participatory body: when, who, what residents raised, what was made of it. */
export const passageSchema = z.object({
  date: dateTapeeSchema,
  qui: ligneSchema('Qui y est allé', 200),
  sujets: texteSchema.pipe(
    z
      .string()
      .min(1, 'Dites ce qui a été soulevé, même en trois mots.')
      .max(3_000, 'Ce qui a été soulevé tient en 3 000 caractères.')
  ),
  suite: facultatif(ligneSchema('Ce que nous en faisons', 500)).default(null)
})

export type Passage = { id: string; date: string; qui: string; sujets: string; suite: string | null; exemple: boolean }
