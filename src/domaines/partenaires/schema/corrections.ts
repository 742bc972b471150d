import { z } from 'zod'
import { facultatif, texteSchema } from '#platform/saisie.ts'

/** How many of her corrections may wait at once. */
export const CORRECTIONS_MAX = 10

export const proposerCorrectionSchema = z.object({
  id: z.uuid(),
  structureId: facultatif(z.uuid('Choisissez dans la liste.')).default(null),
  texte: texteSchema.pipe(
    z
      .string()
      .min(1, 'Écrivez ce qui est à corriger.')
      .max(2_000, 'Ce texte dépasse 2 000 caractères\u00a0: allez à l’essentiel.')
  )
})

/** A correction that a person proposed, and when the directory was put right. */
export type CorrectionProposee = {
  id: string
  texte: string
  structureId: string | null
  structure: string | null
  le: string
  traiteeLe: string | null
}
