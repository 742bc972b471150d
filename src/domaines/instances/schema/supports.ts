import { z } from 'zod'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import type { GenreFichier } from '#platform/fichiers.ts'
import { fichierSchema, pieceSchema } from '#domaines/actions/schema/pieces.ts'

/** How many documents a meeting may have: what people read before they come. */
export const SUPPORTS_MAX = 20

/** A file, or an address where something is read. */
export const supportSchema = z.object({
  id: z.uuid(),
  intitule: facultatif(ligneSchema('Le nom du document', 200)).default(null),
  adresse: facultatif(
    z
      .string()
      .trim()
      .transform((texte) => (/^[a-z]+:/i.test(texte) ? texte : `https://${texte}`))
      .pipe(
        z
          .url({ protocol: /^https?$/, error: 'Cette adresse internet n’est pas complète.' })
          .max(500, 'Cette adresse est trop longue.')
      )
  ).default(null),
  texteAlternatif: pieceSchema.shape.texteAlternatif,
  fichier: fichierSchema.optional()
})

/** A document of a meeting, as whoever is invited reads it. */
export type Support = {
  id: string
  intitule: string
  adresse: string | null
  genre: GenreFichier | null
  /** in bytes */
  taille: number | null
  texteAlternatif: string | null
}
