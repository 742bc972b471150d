import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import type { RoleRegroupement } from '../schema/regroupements.ts'
import type { OffreRessource } from '../schema/ressources.ts'
import { structures } from '../tables.server.ts'

/** A structure that groups several: an association, a GCSMS, a GHT, an MSP, a CPTS. What each is in it, since when. */
export const regroupements = pgTable(
  'regroupements',
  {
    ...cle(),
    ensembleId: uuid().notNull(),
    membreId: uuid().notNull(),
    role: text().$type<RoleRegroupement>().notNull(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('regroupements_ensemble_fk', t, t.ensembleId, () => structures),
    reference('regroupements_membre_fk', t, t.membreId, () => structures),
    index('regroupements_par_ensemble').on(t.collectiviteId, t.ensembleId),
    index('regroupements_par_membre').on(t.collectiviteId, t.membreId),
    check('regroupements_deux', sql`${t.ensembleId} <> ${t.membreId}`),
    check('regroupements_role', sql`${t.role} in ('membre', 'fondateur', 'gestionnaire', 'porteur', 'invite')`),
    check('regroupements_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)

/** What makes a structure a resource organisation: what it offers, for whom, how it is reached. */
export const ressources = pgTable(
  'ressources',
  {
    ...cle(),
    structureId: uuid().notNull(),
    offres: text().$type<OffreRessource>().array().notNull(),
    pourQui: text(),
    joindre: text(),
    url: text(),
    note: text()
  },
  (t) => [
    clePrimaire(t),
    reference('ressources_structure_fk', t, t.structureId, () => structures),
    uniqueIndex('ressources_une_par_structure').on(t.collectiviteId, t.structureId),
    check('ressources_offres', sql`cardinality(${t.offres}) > 0`)
  ]
)
