import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import type { RaisonDeConnaitre } from '../schema/rencontres.ts'
import { seances } from '../tables.server.ts'

/** The express meetings of a meeting: one set at most, how long each round lasts, when the rounds were last composed. */
export const rencontres = pgTable(
  'rencontres',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    minutes: integer().notNull(),
    composeesLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('rencontres_seance_fk', t, t.seanceId, () => seances),
    uniqueIndex('rencontres_une_par_seance').on(t.collectiviteId, t.seanceId),
    check('rencontres_minutes', sql`${t.minutes} between 1 and 60`)
  ]
)

/** Who takes part, under the number of her badge: a person for her structure, or someone of a structure who is not named yet. */
export const participants = pgTable(
  'rencontres_participants',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    numero: integer().notNull(),
    personneId: uuid(),
    structureId: uuid(),
    /** false of who left between two rounds */
    present: boolean().notNull().default(true)
  },
  (t) => [
    clePrimaire(t),
    reference('rencontres_participants_seance_fk', t, t.seanceId, () => seances),
    reference('rencontres_participants_personne_fk', t, t.personneId, () => personnes),
    reference('rencontres_participants_structure_fk', t, t.structureId, () => structures),
    uniqueIndex('rencontres_participants_un_numero').on(t.collectiviteId, t.seanceId, t.numero),
    index('rencontres_participants_par_personne').on(t.collectiviteId, t.personneId),
    index('rencontres_participants_par_structure').on(t.collectiviteId, t.structureId),
    check('rencontres_participants_quelqu_un', sql`num_nonnulls(${t.personneId}, ${t.structureId}) > 0`)
  ]
)

/**
 * Who meets whom in a round; nobody on the other side is a rest. `connus` says why the two were taken to know each other. What they promised
 * each other is followed up, and their contacts are passed on when both said yes.
 */
export const paires = pgTable(
  'rencontres_paires',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    tour: integer().notNull(),
    rang: integer().notNull(),
    unId: uuid().notNull(),
    autreId: uuid(),
    connus: text().$type<RaisonDeConnaitre>(),
    promesse: text(),
    tenueLe: timestamp({ withTimezone: true }),
    unAccepte: boolean().notNull().default(false),
    autreAccepte: boolean().notNull().default(false)
  },
  (t) => [
    clePrimaire(t),
    reference('rencontres_paires_seance_fk', t, t.seanceId, () => seances),
    reference('rencontres_paires_un_fk', t, t.unId, () => participants),
    reference('rencontres_paires_autre_fk', t, t.autreId, () => participants),
    uniqueIndex('rencontres_paires_une_place').on(t.collectiviteId, t.seanceId, t.tour, t.rang),
    index('rencontres_paires_par_un').on(t.collectiviteId, t.unId),
    index('rencontres_paires_par_autre').on(t.collectiviteId, t.autreId),
    check('rencontres_paires_tour', sql`${t.tour} > 0 and ${t.rang} > 0`),
    check('rencontres_paires_deux', sql`${t.unId} <> ${t.autreId}`),
    check('rencontres_paires_connus', sql`${t.connus} in ('structure', 'instance', 'seance', 'rencontre')`)
  ]
)
