import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'

/** A school year is told by the year in which it begins: 2026 for 2026-2027. */
const anneeScolaireSchema = z.coerce
  .number('Choisissez une année scolaire.')
  .int('Choisissez une année scolaire.')
  .min(2000, 'Choisissez une année scolaire.')
  .max(2100, 'Cette année est trop lointaine.')

const nomme = facultatif(ligneSchema('Le nom', 200)).default(null)

/** What a form says of a charter; the structure and the people are named, the directory finds or enters them. */
export const charteSchema = z.object({
  structure: ligneSchema('Le nom de l’établissement'),
  annee: anneeScolaireSchema,
  signeeLe: facultatif(dateTapeeSchema).default(null),
  contact: nomme,
  infirmier: nomme,
  rencontres: facultatif(texteSchema).default(null)
})
