import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Taxe } from '#platform/argent.ts'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { structures } from '#domaines/partenaires/tables.server.ts'
import { actes, contrats } from '../tables.server.ts'

/** What an act of a contract brings, in cents, one line a year and a funder; either may be unknown. */
export const actesMontants = pgTable(
  'actes_montants',
  {
    ...cle(),
    /** that of the act: the history of a contract tells its amounts */
    contratId: uuid().notNull(),
    acteId: uuid().notNull(),
    rang: integer().notNull(),
    annee: integer(),
    structureId: uuid(),
    montant: bigint({ mode: 'number' }).notNull(),
    taxe: text().$type<Taxe>().notNull().default('ht'),
    precision: text()
  },
  (t) => [
    clePrimaire(t),
    reference('actes_montants_contrat_fk', t, t.contratId, () => contrats),
    reference('actes_montants_acte_fk', t, t.acteId, () => actes),
    reference('actes_montants_structure_fk', t, t.structureId, () => structures),
    index('actes_montants_par_acte').on(t.collectiviteId, t.acteId, t.rang),
    check('actes_montants_montant', sql`${t.montant} >= 0`),
    check('actes_montants_taxe', sql`${t.taxe} in ('ht', 'ttc')`)
  ]
)
