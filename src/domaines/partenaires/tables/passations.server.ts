import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import type { Releve } from '../schema/passations.ts'
import { personnes, structures } from '../tables.server.ts'

/** The handover note of a person for a structure: what the facts said that she held, on a day, and what is written by hand. */
export const passations = pgTable(
  'passations',
  {
    ...cle(),
    personneId: uuid().notNull(),
    structureId: uuid().notNull(),
    releve: jsonb().$type<Releve>().notNull(),
    texte: text(),
    /** who wrote it, as she was called then */
    auteur: text().notNull(),
    /** when somebody said that everything was taken over */
    repriseLe: timestamp({ withTimezone: true }),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('passations_personne_fk', t, t.personneId, () => personnes),
    reference('passations_structure_fk', t, t.structureId, () => structures),
    uniqueIndex('passations_une_par_fonction')
      .on(t.collectiviteId, t.personneId, t.structureId)
      .where(sql`${t.supprimeLe} is null`),
    index('passations_par_structure').on(t.collectiviteId, t.structureId)
  ]
)
