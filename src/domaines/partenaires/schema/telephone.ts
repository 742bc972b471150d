import { z } from 'zod'

/** A telephone as it is typed: any way of writing it, so long as it holds a number (« 3646 » has four digits). */
export const telephoneSchema = z
  .string()
  .trim()
  .max(40, 'Ce numéro dépasse 40 caractères.')
  .refine(
    (texte) => (texte.match(/\d/g) ?? []).length >= 4,
    'Ce numéro de téléphone n’a pas assez de chiffres. Écrivez-le en entier, par exemple 01 34 33 00 00, ou laissez le champ vide.'
  )
