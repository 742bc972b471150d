import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import type { RaisonDeConnaitre } from '../schema/rencontres.ts'
import { seances } from '../tables.server.ts'

/** The express meetings of a meeting: one set at most, how long each round lasts and how many sit together, when last composed. */
export const rencontres = pgTable(
  'rencontres',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    minutes: integer().notNull(),
    /** two for pairs, up to six at a table; of the rounds last composed */
    parTable: integer().notNull().default(2),
    composeesLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('rencontres_seance_fk', t, t.seanceId, () => seances),
    uniqueIndex('rencontres_une_par_seance').on(t.collectiviteId, t.seanceId),
    check('rencontres_minutes', sql`${t.minutes} between 1 and 60`),
    check('rencontres_par_table', sql`${t.parTable} between 2 and 6`)
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
 * Who meets whom in a round, at the table `rang`: one row for each two who sit there; nobody on the other side is a rest. `connus` says why the two were taken to know each other. What they promised
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
    uniqueIndex('rencontres_paires_une_fois').on(t.collectiviteId, t.seanceId, t.tour, t.unId, t.autreId),
    index('rencontres_paires_par_un').on(t.collectiviteId, t.unId),
    index('rencontres_paires_par_autre').on(t.collectiviteId, t.autreId),
    check('rencontres_paires_tour', sql`${t.tour} > 0 and ${t.rang} > 0`),
    check('rencontres_paires_deux', sql`${t.unId} <> ${t.autreId}`),
    check('rencontres_paires_connus', sql`${t.connus} in ('structure', 'instance', 'seance', 'rencontre')`)
  ]
)

/** Who was sent the contacts of those she met: each once, and a letter that left does not come back. */
export const lettresDeContacts = pgTable(
  'rencontres_lettres',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    participantId: uuid().notNull(),
    confieeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('rencontres_lettres_seance_fk', t, t.seanceId, () => seances),
    reference('rencontres_lettres_participant_fk', t, t.participantId, () => participants),
    uniqueIndex('rencontres_lettres_une_par_participant').on(t.collectiviteId, t.participantId),
    index('rencontres_lettres_par_seance').on(t.collectiviteId, t.seanceId)
  ]
)
