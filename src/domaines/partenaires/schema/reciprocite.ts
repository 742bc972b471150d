import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema } from '#platform/saisie.ts'

/** What the service did of an invitation that a partner sent it: not said yet, went, sent somebody, did not go. */
export const PRESENCES = ['attendue', 'honoree', 'deleguee', 'manquee'] as const
export type Presence = (typeof PRESENCES)[number]

/** Over how many months the reciprocity is read. */
export const FENETRES = [12, 24, 36] as const
export type Fenetre = (typeof FENETRES)[number]

export const invitationRecueSchema = z.object({
  structure: ligneSchema('Le nom de la structure'),
  intitule: ligneSchema('Le nom de la réunion', 200),
  date: dateTapeeSchema,
  presence: z.enum(PRESENCES, 'Dites si quelqu’un y est allé.'),
  /** who went, or was sent */
  qui: facultatif(ligneSchema('Le nom', 200)).default(null),
  motif: facultatif(ligneSchema('La raison', 300)).default(null)
})
