import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { personnes, structures } from '../tables.server.ts'

/** What the territory and a school, or another house, sign each school year. One a year for each. */
export const chartes = pgTable(
  'chartes',
  {
    ...cle(),
    structureId: uuid().notNull(),
    /** the year in which the school year begins */
    annee: integer().notNull(),
    signeeLe: text().$type<DateFloue>(),
    contactId: uuid(),
    /** the school nurse */
    infirmierId: uuid(),
    /** when the two meet during the year */
    rencontres: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('chartes_structure_fk', t, t.structureId, () => structures),
    reference('chartes_contact_fk', t, t.contactId, () => personnes),
    reference('chartes_infirmier_fk', t, t.infirmierId, () => personnes),
    uniqueIndex('chartes_une_par_an')
      .on(t.collectiviteId, t.structureId, t.annee)
      .where(sql`${t.supprimeLe} is null`),
    index('chartes_par_annee').on(t.collectiviteId, t.annee),
    check('chartes_annee', sql`${t.annee} between 2000 and 2100`)
  ]
)
