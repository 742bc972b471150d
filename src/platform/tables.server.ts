import {
  bigint,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  type AnyPgColumn
} from 'drizzle-orm/pg-core'
import type { MemoireDeColonnes } from './classeur/libre.ts'

/** The columns that every row of a territory begins with. */
export const cle = () => ({ collectiviteId: uuid().notNull(), id: uuid().notNull() })

/** When an object was put aside; it can be brought back until it is purged. */
export const corbeille = () => ({ supprimeLe: timestamp({ withTimezone: true }) })

type AvecCle = { collectiviteId: AnyPgColumn; id: AnyPgColumn }

/** The composite primary key: the tenant is part of it. */
export const clePrimaire = (table: AvecCle) => primaryKey({ columns: [table.collectiviteId as never, table.id as never] })

/** A reference that cannot leave the territory: the tenant is part of the foreign key. */
export const reference = (nom: string, table: AvecCle, colonne: AnyPgColumn, cible: () => AvecCle) => {
  const { collectiviteId, id } = cible()
  return foreignKey({
    name: nom,
    columns: [table.collectiviteId as never, colonne as never],
    foreignColumns: [collectiviteId as never, id as never]
  })
}

/** Who changed what, when, from what to what. Written by triggers, read by the history and by undo; never changed. */
export const changements = pgTable(
  'changements',
  {
    collectiviteId: uuid().notNull(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    survenuLe: timestamp({ withTimezone: true }).notNull(),
    /** one id for all the rows of one act; null before acts had one */
    gesteId: uuid(),
    acteurId: uuid(),
    acteurNom: text().notNull(),
    acte: text().notNull(),
    objetTable: text().notNull(),
    objetId: uuid().notNull(),
    racineId: uuid().notNull(),
    avant: jsonb().$type<Record<string, unknown>>(),
    apres: jsonb().$type<Record<string, unknown>>()
  },
  (t) => [
    primaryKey({ columns: [t.collectiviteId, t.id] }),
    index('changements_par_racine').on(t.collectiviteId, t.racineId, t.id.desc()),
    index('changements_par_geste').on(t.collectiviteId, t.gesteId)
  ]
)

/** What happened, in the words of the field, written in the transaction of the act; `consequences.server.ts` reads it. */
export const annonces = pgTable(
  'annonces',
  {
    id: uuid().primaryKey(),
    collectiviteId: uuid(),
    survenuLe: timestamp({ withTimezone: true }).notNull(),
    acteurId: uuid(),
    nature: text().notNull(),
    contenu: jsonb().$type<Record<string, unknown>>().notNull()
  },
  (t) => [index('annonces_par_collectivite').on(t.collectiviteId, t.survenuLe)]
)

/** Bytes as PostgreSQL keeps them. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** The files that people attach, cut in pieces under the hash of the whole; written once, never changed. What names them is elsewhere. */
export const fichiersMorceaux = pgTable(
  'fichiers_morceaux',
  { collectiviteId: uuid().notNull(), empreinte: text().notNull(), rang: integer().notNull(), octets: bytea().notNull() },
  (t) => [primaryKey({ columns: [t.collectiviteId, t.empreinte, t.rang] })]
)

/** What a territory said of the columns of a free file; `empreinte` is that of their names and of what the file is brought for. */
export const appariements = pgTable(
  'appariements',
  {
    ...cle(),
    empreinte: text().notNull(),
    choix: jsonb().$type<MemoireDeColonnes>().notNull(),
    retenuLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [clePrimaire(t), uniqueIndex('appariements_un_par_empreinte').on(t.collectiviteId, t.empreinte)]
)
