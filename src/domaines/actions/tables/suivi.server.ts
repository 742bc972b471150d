import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { comptes } from '#domaines/comptes/tables.server.ts'
import { contrats, programmes, prsAxes } from '#domaines/contrats/tables.server.ts'
import type { Devenir, NatureLien } from '../schema/suite.ts'
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

/** What was decided of an action when its contract ends; with no line, nobody has said yet. */
export const devenirs = pgTable(
  'devenirs',
  {
    ...cle(),
    contratId: uuid().notNull(),
    ficheId: uuid().notNull(),
    choix: text().$type<Devenir>().notNull(),
    /** the contract that takes it over; null while none follows */
    versContratId: uuid(),
    date: text().$type<DateFloue>().notNull(),
    motif: text()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('devenirs_un_par_contrat').on(t.collectiviteId, t.contratId, t.ficheId),
    reference('devenirs_contrat_fk', t, t.contratId, () => contrats),
    reference('devenirs_fiche_fk', t, t.ficheId, () => fiches),
    reference('devenirs_vers_contrat_fk', t, t.versContratId, () => contrats),
    index('devenirs_par_fiche').on(t.collectiviteId, t.ficheId),
    check('devenirs_choix', sql`${t.choix} in ('reconduite', 'hors_contrat', 'terminee', 'abandonnee')`)
  ]
)

/** How one action stands to another; read from both sides. */
export const liens = pgTable(
  'liens',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    autreId: uuid().notNull(),
    nature: text().$type<NatureLien>().notNull(),
    precision: text()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('liens_une_fois').on(t.collectiviteId, t.ficheId, t.autreId),
    reference('liens_fiche_fk', t, t.ficheId, () => fiches),
    reference('liens_autre_fk', t, t.autreId, () => fiches),
    index('liens_par_autre').on(t.collectiviteId, t.autreId),
    check('liens_nature', sql`${t.nature} in ('complete', 'prepare', 'prolonge', 'partage')`),
    check('liens_a_une_autre', sql`${t.ficheId} <> ${t.autreId}`)
  ]
)

/** Axes of regional plans that an action answers by itself, beside those of its axis. */
export const fichesPrs = pgTable('fiches_prs', { ...cle(), ficheId: uuid().notNull(), prsAxeId: uuid().notNull() }, (t) => [
  clePrimaire(t),
  uniqueIndex('fiches_prs_une_fois').on(t.collectiviteId, t.ficheId, t.prsAxeId),
  reference('fiches_prs_fiche_fk', t, t.ficheId, () => fiches),
  reference('fiches_prs_prs_axe_fk', t, t.prsAxeId, () => prsAxes),
  index('fiches_prs_par_prs_axe').on(t.collectiviteId, t.prsAxeId)
])

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

/** Who is on a fiche now, and in which section; a line lives a minute, and has no history. */
export const presences = pgTable(
  'presences',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    compteId: uuid().notNull(),
    nom: text().notNull(),
    section: text(),
    vuLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('presences_une_par_personne').on(t.collectiviteId, t.ficheId, t.compteId),
    reference('presences_fiche_fk', t, t.ficheId, () => fiches)
  ]
)
