import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import type { DemandeAuxHabitants } from '../schema/volontaires.ts'
import { personnes } from '../tables.server.ts'

/**
 * Residents who agreed, on a day and until another, to be asked for what they said. This is no register of residents: nobody is here
 * without her agreement, and nobody stays past it.
 */
export const volontaires = pgTable(
  'volontaires',
  {
    ...cle(),
    personneId: uuid().notNull(),
    quartierId: uuid(),
    pour: text().array().$type<DemandeAuxHabitants[]>().notNull(),
    accordLe: text().$type<DateFloue>().notNull(),
    /** AAAA-MM-JJ: the last day on which she may be asked */
    jusquAu: text().notNull(),
    accordRetireLe: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('volontaires_personne_fk', t, t.personneId, () => personnes),
    reference('volontaires_quartier_fk', t, t.quartierId, () => quartiers),
    index('volontaires_par_personne').on(t.collectiviteId, t.personneId),
    uniqueIndex('volontaires_un_par_personne')
      .on(t.collectiviteId, t.personneId)
      .where(sql`${t.supprimeLe} is null`),
    check('volontaires_jusqu_au', sql`${t.jusquAu} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)
  ]
)
