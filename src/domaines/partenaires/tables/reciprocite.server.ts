import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import type { Presence } from '../schema/reciprocite.ts'
import { structures } from '../tables.server.ts'

/** The meetings of partners where the service was invited, and whether somebody went. */
export const invitationsRecues = pgTable(
  'invitations_recues',
  {
    ...cle(),
    structureId: uuid().notNull(),
    intitule: text().notNull(),
    date: text().$type<DateFloue>().notNull(),
    presence: text().$type<Presence>().notNull(),
    /** who went, or was sent */
    qui: text(),
    motif: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('invitations_recues_structure_fk', t, t.structureId, () => structures),
    index('invitations_recues_par_date').on(t.collectiviteId, t.date),
    index('invitations_recues_par_structure').on(t.collectiviteId, t.structureId),
    check('invitations_recues_presence', sql`${t.presence} in ('attendue', 'honoree', 'deleguee', 'manquee')`)
  ]
)
