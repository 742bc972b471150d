import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import type { Niveau } from '../schema/relations.ts'
import { structures } from '../tables.server.ts'

/**
 * A relation between two structures that somebody declares, beside those that the facts show: its level, when, and where it is known from
 * . `orientee`: it goes from `unId` to `autreId` only.
 */
export const relations = pgTable(
  'relations',
  {
    ...cle(),
    unId: uuid().notNull(),
    autreId: uuid().notNull(),
    orientee: boolean().notNull().default(false),
    niveau: integer().$type<Niveau>().notNull(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    source: text().notNull(),
    note: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('relations_un_fk', t, t.unId, () => structures),
    reference('relations_autre_fk', t, t.autreId, () => structures),
    index('relations_par_un').on(t.collectiviteId, t.unId),
    index('relations_par_autre').on(t.collectiviteId, t.autreId),
    check('relations_deux', sql`${t.unId} <> ${t.autreId}`),
    check('relations_niveau', sql`${t.niveau} between 1 and 4`),
    check('relations_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)

/** The names that a territory gives to the four levels; without a row, those of the house. */
export const echelles = pgTable('echelles', { ...cle(), noms: text().array().notNull() }, (t) => [
  clePrimaire(t),
  uniqueIndex('echelles_une_par_territoire').on(t.collectiviteId),
  foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
  check('echelles_quatre', sql`cardinality(${t.noms}) = 4`)
])
