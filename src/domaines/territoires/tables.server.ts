import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { cle, clePrimaire, corbeille } from '#platform/tables.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Contour, NatureTerritoire, PartieRequise } from './schema.ts'

/** French communes of one vintage of the official geography. */
export const communes = pgTable(
  'communes',
  {
    code: text().primaryKey(),
    nom: text().notNull(),
    recherche: text().notNull(),
    departement: text().notNull(),
    region: text().notNull(),
    codesPostaux: text().array().notNull(),
    population: integer(),
    epci: text(),
    ept: text(),
    millesime: integer().notNull()
  },
  (t) => [
    index('communes_recherche').on(t.recherche.op('text_pattern_ops')),
    index('communes_par_epci').on(t.epci),
    index('communes_par_ept').on(t.ept)
  ]
)

/** EPCI and EPT; their members are read from the communes. `population` is the producer's own figure, of another vintage than the communes'. */
export const intercommunalites = pgTable(
  'intercommunalites',
  {
    siren: text().primaryKey(),
    nom: text().notNull(),
    recherche: text().notNull(),
    nature: text().notNull(),
    population: integer(),
    millesime: integer().notNull()
  },
  (t) => [index('intercommunalites_recherche').on(t.recherche.op('text_pattern_ops'))]
)

/** The territories: each is a tenant. */
export const collectivites = pgTable(
  'collectivites',
  {
    id: uuid().primaryKey(),
    code: text(),
    slug: text().notNull(),
    nom: text().notNull(),
    nature: text().$type<NatureTerritoire>().notNull(),
    /** since when it holds the competence in health: null when it does not, or has not said */
    competenceSante: boolean(),
    competenceDepuis: text().$type<DateFloue>(),
    asvDepuis: text().$type<DateFloue>(),
    /** parties whose signature is required here: never under two */
    partiesRequises: text().array().$type<PartieRequise[]>().notNull(),
    /** how many times one person may be asked something over twelve months before it is said; null: it is never said */
    seuilSollicitations: integer(),
    /** the same for one structure, all its people counted together */
    seuilStructures: integer(),
    /** the status that a pilot answers by her link is written at once, without anybody accepting it */
    statutDOffice: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    uniqueIndex('collectivites_slug').on(t.slug),
    uniqueIndex('collectivites_code').on(t.code),
    check('collectivites_nature', sql`${t.nature} in ('commune', 'epci', 'ept', 'libre')`),
    check('collectivites_deux_parties', sql`cardinality(${t.partiesRequises}) >= 2`),
    check('collectivites_seuil', sql`${t.seuilSollicitations} between 1 and 100`),
    check('collectivites_seuil_structures', sql`${t.seuilStructures} between 1 and 1000`)
  ]
)

/** The communes of a territory: one for a town, the members for an intercommunality, a choice for a free group. */
export const collectivitesCommunes = pgTable('collectivites_communes', { ...cle(), code: text().notNull() }, (t) => [
  clePrimaire(t),
  uniqueIndex('collectivites_communes_une_fois').on(t.collectiviteId, t.code),
  foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
  foreignKey({ columns: [t.code], foreignColumns: [communes.code] })
])

/** Quartiers: QPV of one generation, or quartiers that exist in no official geography. */
export const quartiers = pgTable(
  'quartiers',
  {
    ...cle(),
    nom: text().notNull(),
    nature: text().$type<'qpv' | 'quartier'>().notNull(),
    generation: text().$type<'2015' | '2024'>(),
    code: text(),
    /** planned, not built yet: « Marne Europe » */
    enProjet: boolean().notNull().default(false),
    contour: jsonb().$type<Contour>(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    index('quartiers_par_nom').on(t.collectiviteId, t.nom),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    check('quartiers_nature', sql`${t.nature} in ('qpv', 'quartier')`),
    check('quartiers_generation', sql`(${t.nature} = 'qpv') = (${t.generation} is not null)`)
  ]
)
