import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import type { Verdict } from '../schema/paires.ts'
import { personnes, structures } from '../tables.server.ts'

const colonnes = () => ({
  ...cle(),
  unId: uuid().notNull(),
  autreId: uuid().notNull(),
  verdict: text().$type<Verdict>().notNull(),
  /** of the two names, the one that is no longer said; null of two that are distinct */
  nom: text(),
  /** the letters that had been written to the one that goes: `envois` keeps no history, and they go back to it with the rest */
  lettres: uuid().array().notNull().default([]),
  /** who said it, as she was called then */
  auteur: text().notNull(),
  creeLe: timestamp({ withTimezone: true }).notNull()
})

/**
 * What was said of two structures that look alike: `distinctes` (the smaller id first), or `reunies`, `unId` being the one that stays:
 * the name that went still leads to it.
 */
export const pairesStructures = pgTable('paires_structures', colonnes(), (t) => [
  clePrimaire(t),
  uniqueIndex('paires_structures_une_fois').on(t.collectiviteId, t.unId, t.autreId),
  index('paires_structures_par_autre').on(t.collectiviteId, t.autreId),
  check('paires_structures_deux', sql`${t.unId} <> ${t.autreId}`),
  check('paires_structures_verdict', sql`${t.verdict} in ('distinctes', 'reunies')`),
  reference('paires_structures_un_fk', t, t.unId, () => structures),
  reference('paires_structures_autre_fk', t, t.autreId, () => structures)
])

/** The same of two people. */
export const pairesPersonnes = pgTable('paires_personnes', colonnes(), (t) => [
  clePrimaire(t),
  uniqueIndex('paires_personnes_une_fois').on(t.collectiviteId, t.unId, t.autreId),
  index('paires_personnes_par_autre').on(t.collectiviteId, t.autreId),
  check('paires_personnes_deux', sql`${t.unId} <> ${t.autreId}`),
  check('paires_personnes_verdict', sql`${t.verdict} in ('distinctes', 'reunies')`),
  reference('paires_personnes_un_fk', t, t.unId, () => personnes),
  reference('paires_personnes_autre_fk', t, t.autreId, () => personnes)
])
