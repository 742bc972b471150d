import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { fiches } from '#domaines/actions/tables.server.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import type { SorteConclusion } from '../schema/suites.ts'
import { seances } from '../tables.server.ts'

/** The minutes of a meeting: what opens them, when they were validated. Their content is the agenda, its notes, who came, what was decided. */
export const comptesRendus = pgTable(
  'comptes_rendus',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    introduction: text(),
    valideLe: timestamp({ withTimezone: true })
  },
  (t) => [
    clePrimaire(t),
    reference('comptes_rendus_seance_fk', t, t.seanceId, () => seances),
    uniqueIndex('comptes_rendus_un_par_seance').on(t.collectiviteId, t.seanceId)
  ]
)

/** Each time that the minutes of a meeting were sent, and to how many addresses. */
export const diffusions = pgTable(
  'diffusions',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    envoyeLe: timestamp({ withTimezone: true }).notNull(),
    adresses: integer().notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('diffusions_seance_fk', t, t.seanceId, () => seances),
    index('diffusions_par_seance').on(t.collectiviteId, t.seanceId, t.envoyeLe)
  ]
)

/** How many times the minutes of a meeting were opened from a letter, by nobody in particular: no history, nothing that joins it to a person. */
export const lectures = pgTable(
  'lectures',
  { ...cle(), seanceId: uuid().notNull(), nombre: integer().notNull().default(0) },
  (t) => [
    clePrimaire(t),
    reference('lectures_seance_fk', t, t.seanceId, () => seances),
    uniqueIndex('lectures_une_par_seance').on(t.collectiviteId, t.seanceId)
  ]
)

/** What a meeting concluded: a decision, or a need that was noticed. */
export const conclusions = pgTable(
  'conclusions',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    sorte: text().$type<SorteConclusion>().notNull(),
    texte: text().notNull(),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('conclusions_seance_fk', t, t.seanceId, () => seances),
    index('conclusions_par_seance').on(t.collectiviteId, t.seanceId, t.creeLe),
    check('conclusions_sorte', sql`${t.sorte} in ('decision', 'besoin')`)
  ]
)

/** What somebody promised to do by a day; nobody yet when `personneId` is empty. `rappeleLe` is when she was last written to about it. */
export const taches = pgTable(
  'taches',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    texte: text().notNull(),
    personneId: uuid(),
    echeance: text(),
    faiteLe: timestamp({ withTimezone: true }),
    rappeleLe: timestamp({ withTimezone: true }),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('taches_seance_fk', t, t.seanceId, () => seances),
    reference('taches_personne_fk', t, t.personneId, () => personnes),
    index('taches_par_seance').on(t.collectiviteId, t.seanceId, t.creeLe),
    index('taches_par_personne').on(t.collectiviteId, t.personneId),
    check('taches_echeance', sql`${t.echeance} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)
  ]
)

/** The actions that were born of a meeting. */
export const naissances = pgTable('naissances', { ...cle(), seanceId: uuid().notNull(), ficheId: uuid().notNull() }, (t) => [
  clePrimaire(t),
  reference('naissances_seance_fk', t, t.seanceId, () => seances),
  reference('naissances_fiche_fk', t, t.ficheId, () => fiches),
  uniqueIndex('naissances_une_par_fiche').on(t.collectiviteId, t.ficheId),
  index('naissances_par_seance').on(t.collectiviteId, t.seanceId)
])
