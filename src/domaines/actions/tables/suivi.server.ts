import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { comptes } from '#domaines/comptes/tables.server.ts'
import { programmes } from '#domaines/contrats/tables.server.ts'
import { fiches } from '../tables.server.ts'

/** Dated news of an action: who says what, from which source. */
export const nouvelles = pgTable(
  'nouvelles',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    date: text().$type<DateFloue>().notNull(),
    texte: text().notNull(),
    /** who wrote it down, as she was called then */
    auteur: text().notNull(),
    /** « appel du CCAS », « comité technique » */
    source: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('nouvelles_fiche_fk', t, t.ficheId, () => fiches),
    index('nouvelles_par_fiche').on(t.collectiviteId, t.ficheId, t.date)
  ]
)

/** Other programmes that an action serves too. */
export const fichesProgrammes = pgTable(
  'fiches_programmes',
  { ...cle(), ficheId: uuid().notNull(), programmeId: uuid().notNull() },
  (t) => [
    clePrimaire(t),
    uniqueIndex('fiches_programmes_une_fois').on(t.collectiviteId, t.ficheId, t.programmeId),
    reference('fiches_programmes_fiche_fk', t, t.ficheId, () => fiches),
    reference('fiches_programmes_programme_fk', t, t.programmeId, () => programmes)
  ]
)

/** Views of the portfolio that a member keeps, for herself or for all; `adresse` is the query of the address. */
export const vues = pgTable(
  'vues',
  {
    ...cle(),
    compteId: uuid().notNull(),
    nom: text().notNull(),
    adresse: text().notNull(),
    partagee: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    foreignKey({ columns: [t.compteId], foreignColumns: [comptes.id] }),
    index('vues_par_compte').on(t.collectiviteId, t.compteId)
  ]
)

/** Two actions that look alike and that someone said are not one; the smaller id first, so that it holds both ways. */
export const distinctions = pgTable(
  'distinctions',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    autreId: uuid().notNull(),
    /** who said it, as she was called then */
    auteur: text().notNull(),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('distinctions_une_fois').on(t.collectiviteId, t.ficheId, t.autreId),
    index('distinctions_par_autre').on(t.collectiviteId, t.autreId),
    check('distinctions_ordre', sql`${t.ficheId} < ${t.autreId}`),
    reference('distinctions_fiche_fk', t, t.ficheId, () => fiches),
    reference('distinctions_autre_fk', t, t.autreId, () => fiches)
  ]
)
