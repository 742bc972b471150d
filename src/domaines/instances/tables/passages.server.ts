import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { instances } from '../tables.server.ts'

/** The times the service went to a participatory body, and what was raised there. */
export const passages = pgTable(
  'passages',
  {
    ...cle(),
    instanceId: uuid().notNull(),
    date: text().$type<DateFloue>().notNull(),
    qui: text().notNull(),
    sujets: text().notNull(),
    /** what the service makes of it; null while nobody has said: it is then due */
    suite: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('passages_instance_fk', t, t.instanceId, () => instances),
    index('passages_par_instance').on(t.collectiviteId, t.instanceId, t.date)
  ]
)
