import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  numeric,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import type { Role } from '#platform/acteur.ts'
import { cle, clePrimaire, corbeille } from '#platform/tables.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** People who sign in. */
export const comptes = pgTable(
  'comptes',
  {
    id: uuid().primaryKey(),
    courriel: text().notNull(),
    nom: text().notNull(),
    administrateur: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    uniqueIndex('comptes_courriel').on(t.courriel),
    check('comptes_courriel_minuscules', sql`${t.courriel} = lower(${t.courriel})`)
  ]
)

/** What a person is on a territory: her role in the product, her function and the share of a full-time post that it takes. */
export const adhesions = pgTable(
  'adhesions',
  {
    ...cle(),
    compteId: uuid().notNull(),
    role: text().$type<Role>().notNull(),
    fonction: text(),
    quotite: numeric({ precision: 3, scale: 2, mode: 'number' }),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('adhesions_une_fois').on(t.collectiviteId, t.compteId),
    index('adhesions_par_compte').on(t.compteId),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    foreignKey({ columns: [t.compteId], foreignColumns: [comptes.id] }),
    check('adhesions_role', sql`${t.role} in ('coordination', 'direction', 'elu', 'contributeur', 'lecteur')`),
    check('adhesions_quotite', sql`${t.quotite} > 0 and ${t.quotite} <= 1`)
  ]
)

/** Sessions and signed links: 256 random bits stored hashed, one purpose, a date of end, revocable. Read through `trouver_jeton` only. */
export const jetons = pgTable(
  'jetons',
  {
    empreinte: bytea().primaryKey(),
    finalite: text().notNull(),
    sujetId: uuid().notNull(),
    collectiviteId: uuid(),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    expireLe: timestamp({ withTimezone: true }).notNull(),
    revoqueLe: timestamp({ withTimezone: true })
  },
  (t) => [
    index('jetons_par_sujet').on(t.sujetId, t.finalite),
    index('jetons_expires').on(t.expireLe),
    check(
      'jetons_finalite',
      sql`${t.finalite} in ('session', 'connexion', 'invitation', 'emargement', 'compte_rendu', 'taches', 'nouvelles', 'agenda', 'questionnaire', 'espace')`
    )
  ]
)
