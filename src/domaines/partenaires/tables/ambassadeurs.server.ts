import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import { personnes } from '../tables.server.ts'

/**
 * The health ambassadors of a quartier: people who agreed to it, on a day, and may take it back. This is no register of residents:
 * nothing is kept of them but that.
 */
export const ambassadeurs = pgTable(
  'ambassadeurs',
  {
    ...cle(),
    personneId: uuid().notNull(),
    quartierId: uuid().notNull(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    accordLe: text().$type<DateFloue>().notNull(),
    accordRetireLe: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('ambassadeurs_personne_fk', t, t.personneId, () => personnes),
    reference('ambassadeurs_quartier_fk', t, t.quartierId, () => quartiers),
    index('ambassadeurs_par_quartier').on(t.collectiviteId, t.quartierId),
    index('ambassadeurs_par_personne').on(t.collectiviteId, t.personneId),
    check('ambassadeurs_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)
