import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import type { Competence, SensFormation } from '../schema/formations.ts'
import { structures } from '../tables.server.ts'

/** Trainings that the coordination followed or gave. Numbers of participants, never their names. */
export const formations = pgTable(
  'formations',
  {
    ...cle(),
    sens: text().$type<SensFormation>().notNull(),
    intitule: text().notNull(),
    /** who gave it, when it was followed; with whom, when it was given */
    organisme: text(),
    date: text().$type<DateFloue>().notNull(),
    heures: integer(),
    participants: integer(),
    competences: text().array().$type<Competence[]>().notNull().default([]),
    /** what is worth keeping of it, and passing on */
    contenu: text(),
    adresse: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    index('formations_par_date').on(t.collectiviteId, t.date),
    check('formations_sens', sql`${t.sens} in ('suivie', 'donnee')`)
  ]
)

/** Services and partners that a training reached. */
export const formationsStructures = pgTable(
  'formations_structures',
  { ...cle(), formationId: uuid().notNull(), structureId: uuid().notNull() },
  (t) => [
    clePrimaire(t),
    reference('formations_structures_formation_fk', t, t.formationId, () => formations),
    reference('formations_structures_structure_fk', t, t.structureId, () => structures),
    uniqueIndex('formations_structures_une_fois').on(t.collectiviteId, t.formationId, t.structureId),
    index('formations_structures_par_structure').on(t.collectiviteId, t.structureId)
  ]
)
