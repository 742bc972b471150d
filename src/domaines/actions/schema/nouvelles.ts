import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'

/** A piece of news as it is noted: what, when (today when nothing is said), and where it comes from. */
export const nouvelleSchema = z.object({
  texte: texteSchema.pipe(z.string().min(1, 'Écrivez la nouvelle.').max(5_000, 'Une nouvelle tient en 5 000 caractères.')),
  date: facultatif(dateTapeeSchema).default(null),
  source: facultatif(ligneSchema('La source', 200)).default(null)
})
