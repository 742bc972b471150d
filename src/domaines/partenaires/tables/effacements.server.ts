import { sql } from 'drizzle-orm'
import { check, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import type { MotifEffacement } from '../schema/effacements.ts'
import { personnes } from '../tables.server.ts'

/** Who is to be erased, why and on which day; once done it proves that it was, and names nobody. */
export const effacements = pgTable(
  'effacements',
  {
    ...cle(),
    personneId: uuid().notNull(),
    motif: text().$type<MotifEffacement>().notNull(),
    demandeLe: timestamp({ withTimezone: true }).notNull(),
    /** AAAA-MM-JJ, Paris: until then it can be given up */
    prevuLe: text().notNull(),
    faitLe: timestamp({ withTimezone: true })
  },
  (t) => [
    clePrimaire(t),
    reference('effacements_personne_fk', t, t.personneId, () => personnes),
    uniqueIndex('effacements_un_par_personne').on(t.collectiviteId, t.personneId),
    check('effacements_motif', sql`${t.motif} in ('demande', 'sans_contact', 'accord_fini')`)
  ]
)
