import { z } from 'zod'
import { facultatif, ligneSchema } from '#platform/saisie.ts'

/** How somebody came to be known: brought by a person or a structure, met at a meeting, or otherwise. */
export const ORIGINES = [
  'personne',
  'structure',
  'seance',
  'bouche_a_oreille',
  'forum',
  'demarche',
  'internet',
  'presse',
  'autre'
] as const
export type Origine = (typeof ORIGINES)[number]

/** Those where somebody brought her, who has a name. */
export const AVEC_UN_NOM = ['personne', 'structure'] as const satisfies readonly Origine[]

export const provenanceSchema = z.object({
  sorte: z.enum(ORIGINES, 'Dites comment vous vous êtes connus.'),
  par: facultatif(ligneSchema('Le nom', 300)).default(null),
  precision: facultatif(ligneSchema('La précision', 300)).default(null)
})
