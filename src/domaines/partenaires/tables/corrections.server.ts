import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { personnes, structures } from '../tables.server.ts'

/** What a person of the directory says is wrong there, by the link of her page: about a structure where she is, or about herself. */
export const corrections = pgTable(
  'corrections',
  {
    ...cle(),
    personneId: uuid().notNull(),
    structureId: uuid(),
    texte: text().notNull(),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    traiteeLe: timestamp({ withTimezone: true })
  },
  (t) => [
    clePrimaire(t),
    reference('corrections_personne_fk', t, t.personneId, () => personnes),
    reference('corrections_structure_fk', t, t.structureId, () => structures),
    index('corrections_par_personne').on(t.collectiviteId, t.personneId, t.creeLe),
    index('corrections_par_structure').on(t.collectiviteId, t.structureId)
  ]
)
