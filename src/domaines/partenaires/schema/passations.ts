import { z } from 'zod'
import { facultatif, texteSchema } from '#platform/saisie.ts'

/** One thing that a person holds, as it was on the day of the note; `href` is under the territory's address. */
export type LigneDeReleve = { texte: string; precision: string | null; href: string | null }

/** What the facts said of what a person held for a structure, on a day (AAAA-MM-JJ). A rubric without a line is left out. */
export type Releve = { jour: string; rubriques: { titre: string; lignes: LigneDeReleve[] }[] }

/** Whose note, and for which structure. */
export const passationSchema = z.object({ personneId: z.uuid(), structureId: z.uuid() })

export const ecrirePassationSchema = passationSchema.extend({
  texte: facultatif(texteSchema).default(null),
  /** reads the facts again, on the day when it is written */
  relire: z.coerce.boolean().default(false),
  exemple: z.boolean().default(false)
})
