import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, numeric, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { structures } from '#domaines/partenaires/tables.server.ts'
import { fiches } from '../tables.server.ts'

/** Posts that work for the actions, in full-time equivalents, with the structure that employs. */
export const postes = pgTable(
  'postes',
  {
    ...cle(),
    intitule: text().notNull(),
    cleIntitule: text().notNull(),
    structureId: uuid(),
    quotite: numeric({ mode: 'number' }).notNull(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('postes_structure_fk', t, t.structureId, () => structures),
    uniqueIndex('postes_un_intitule')
      .on(t.collectiviteId, t.cleIntitule)
      .where(sql`${t.supprimeLe} is null`),
    check('postes_quotite', sql`${t.quotite} > 0`),
    check('postes_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)

/** What an action takes of a post, one year or (null) every year, and who pays for it, in cents: a salary bears no tax. */
export const postesFractions = pgTable(
  'postes_fractions',
  {
    ...cle(),
    posteId: uuid().notNull(),
    ficheId: uuid().notNull(),
    rang: integer().notNull(),
    etp: numeric({ mode: 'number' }).notNull(),
    annee: integer(),
    structureId: uuid(),
    montant: bigint({ mode: 'number' })
  },
  (t) => [
    clePrimaire(t),
    reference('postes_fractions_poste_fk', t, t.posteId, () => postes),
    reference('postes_fractions_fiche_fk', t, t.ficheId, () => fiches),
    reference('postes_fractions_structure_fk', t, t.structureId, () => structures),
    index('postes_fractions_par_fiche').on(t.collectiviteId, t.ficheId, t.rang),
    index('postes_fractions_par_poste').on(t.collectiviteId, t.posteId),
    check('postes_fractions_etp', sql`${t.etp} > 0`),
    check('postes_fractions_montant', sql`${t.montant} >= 0`)
  ]
)
