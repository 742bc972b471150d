import { z } from 'zod'
import { champsFicheSchema } from './saisies.ts'
import { FACETTES, THEMATIQUES, TYPES_ACTION } from './mots.ts'

/** Fields that many actions may change at once: one value in place of another, or one word more or less in a list. */
export const CHAMPS_DE_LOT = [
  'statut',
  'priorite',
  'nature',
  'debut',
  'fin',
  'participation',
  '+thematiques',
  '-thematiques',
  '+types',
  '-types',
  '+facettes',
  '-facettes'
] as const
export type ChampDeLot = (typeof CHAMPS_DE_LOT)[number]
export type ListeDeLot = 'thematiques' | 'types' | 'facettes'

/** Actions in one change; more are done in several. */
export const LOT_MAX = 1000

const { statut, priorite, nature, debut, fin, participation } = champsFicheSchema.shape
const MOT = 'Choisissez un mot dans la liste.'
const mots = { thematiques: z.enum(THEMATIQUES, MOT), types: z.enum(TYPES_ACTION, MOT), facettes: z.enum(FACETTES, MOT) }

/** What the value of each field may be; an empty value takes away what was said. */
export const VALEURS_DE_LOT: Record<ChampDeLot, z.ZodType<string | null>> = {
  statut,
  priorite,
  nature,
  debut,
  fin,
  participation,
  '+thematiques': mots.thematiques,
  '-thematiques': mots.thematiques,
  '+types': mots.types,
  '-types': mots.types,
  '+facettes': mots.facettes,
  '-facettes': mots.facettes
}
