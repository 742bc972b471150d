import { boolean, integer, jsonb, pgTable, text, timestamp, uuid, check } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { Acteur } from '#platform/acteur.ts'
import { cle, clePrimaire } from '#platform/tables.server.ts'
import { ETATS_IMPORT, type DemandeDImport, type EtatImport } from '../schema/import.ts'

/** Large imports, as a job does them; `vuLe` is its last sign of life. Their progress is no history: the acts that they write have theirs. */
export const importsDePlan = pgTable(
  'imports_de_plan',
  {
    ...cle(),
    demande: jsonb().$type<DemandeDImport>().notNull(),
    demandeur: jsonb().$type<Acteur>().notNull(),
    etat: text().$type<EtatImport>().notNull().default('en_attente'),
    lignes: integer().notNull(),
    fait: integer().notNull().default(0),
    total: integer().notNull().default(0),
    contratId: uuid(),
    message: text(),
    arretDemande: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    vuLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    check('imports_de_plan_etat', sql.raw(`"etat" in (${ETATS_IMPORT.map((etat) => `'${etat}'`).join(', ')})`))
  ]
)
