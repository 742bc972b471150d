import { z } from 'zod'
import { STATUTS } from './mots.ts'

/** The move that an address tells, so that it can be undone: which fiche, and the status it had (null: not said). */
export const passageSchema = z.object({
  id: z.uuid(),
  de: z.union([z.enum(STATUTS), z.literal('').transform(() => null)])
})
export type Passage = z.output<typeof passageSchema>

/** Reads it in the parameters of an address; null when they tell none. */
export const lirePassage = (parametres: URLSearchParams): Passage | null =>
  passageSchema.safeParse({ id: parametres.get('passee'), de: parametres.get('de') }).data ?? null
