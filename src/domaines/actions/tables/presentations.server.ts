import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { fiches } from '../tables.server.ts'

/** How an action is told to everybody: words of its own, apart from those that partners work with. */
export const presentations = pgTable(
  'presentations',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    /** when the title of the fiche says little to who lives there */
    titre: text(),
    texte: text().notNull(),
    montree: boolean().notNull(),
    /** the last day on which it was written or shown */
    ecriteLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('presentations_une_par_fiche').on(t.collectiviteId, t.ficheId),
    reference('presentations_fiche_fk', t, t.ficheId, () => fiches),
    check('presentations_montree', sql`not ${t.montree} or ${t.texte} <> ''`)
  ]
)
