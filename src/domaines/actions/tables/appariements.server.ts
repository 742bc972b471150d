import { jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { cle, clePrimaire } from '#platform/tables.server.ts'
import type { Memoire } from '../schema/appariement.ts'

/** What a territory said of the columns of a free file; `empreinte` is that of their names. */
export const appariements = pgTable(
  'appariements',
  {
    ...cle(),
    empreinte: text().notNull(),
    choix: jsonb().$type<Memoire>().notNull(),
    retenuLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [clePrimaire(t), uniqueIndex('appariements_un_par_empreinte').on(t.collectiviteId, t.empreinte)]
)
