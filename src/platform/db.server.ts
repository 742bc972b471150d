import { sql as q } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Perimetre, PerimetrePublic } from './acteur.ts'
import { clientQuiSeRemet } from './client.server.ts'

export type Db = PostgresJsDatabase
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** What a reading receives: a transaction whose tenant is set, or the bare pool for what has no tenant. */
export type Lecteur = Db | Tx

/** `adresse` is for a thread that opens its own connections. */
export type Base = { adresse: string; db: Db; client: postgres.Sql; fermer(): Promise<void> }

/** The role that every connection of the application takes: neither owner nor superuser, so that row-level security holds. */
export const ROLE_APPLICATION = 'tisserand_app'

/** At the end of its queue the driver would send a BEGIN without keeping the connection for it (porsager/postgres#1189). */
const FILE_SANS_FIN = { max_pipeline: 1_000_000 } as object

/** Opens the pool. `observer` sees each statement (tests count queries with it). */
export function ouvrirBase(url: string, options: { max?: number; observer?: (requete: string) => void } = {}): Base {
  const { client, fermer } = clientQuiSeRemet(() =>
    postgres(url, {
      max: options.max ?? 10,
      ...FILE_SANS_FIN,
      // every statement is prepared and finds its tenant by an index: planning it again for each value cost more than running it
      connection: {
        role: ROLE_APPLICATION,
        application_name: 'tisserand',
        plan_cache_mode: 'force_generic_plan',
        jit: 'off'
      } as Record<string, string>,
      onnotice: () => {},
      ...(options.observer ? { debug: (_: number, requete: string) => options.observer!(requete) } : {})
    })
  )
  return { adresse: url, db: drizzle(client, { casing: 'snake_case' }), client, fermer }
}

let ouverte: Base | null = null

/** Gives the process its database; called once at its start. */
export function installerBase(base: Base): void {
  ouverte = base
}

/** The process's database. Throws when nothing opened it: a fault of ours, never of a user. */
export function base(): Base {
  if (!ouverte) throw new Error('the database is not open')
  return ouverte
}

/**
 * Reads one territory: a read-only transaction whose tenant is set before anything else, awaited to its commit before the
 * connection goes back (a version that pipelined without waiting leaked rows between tenants).
 */
export function lecture<T>(perimetre: Perimetre | PerimetrePublic, lire: (db: Tx) => Promise<T>, db: Db = base().db): Promise<T> {
  return db.transaction(async (tx) => {
    // both settings in one trip: the transaction is read-only and has its tenant before the first reading leaves
    await tx.execute(
      q`select set_config('transaction_read_only', 'on', true), set_config('app.collectivite', ${perimetre.collectiviteId}, true)`
    )
    return lire(tx)
  })
}

/** One reading transaction for those who read at the same time: begun by the first, committed when the last has done. */
export type Lecture = <T>(lire: (db: Tx) => Promise<T>) => Promise<T>

/**
 * Gives the loads of one page a transaction to share: its layout and itself read together, on one connection instead of two.
 * Who comes after the commit begins another. A statement that fails fails them all, as the page does.
 */
export function ouvrirLecture(perimetre: Perimetre, db: Db = base().db): Lecture {
  let lecteurs = 0
  let encours: { tx: Promise<Tx>; finir: () => void; finie: Promise<void> } | null = null
  const commencer = () => {
    const { promise: tx, resolve: donner, reject: refuser } = Promise.withResolvers<Tx>()
    const { promise: rendue, resolve: finir } = Promise.withResolvers<void>()
    const finie = lecture(
      perimetre,
      (recue) => {
        donner(recue)
        return rendue
      },
      db
    )
    finie.catch(refuser)
    return { tx, finir, finie }
  }
  return async (lire) => {
    const celle = (encours ??= commencer())
    lecteurs++
    try {
      return await lire(await celle.tx)
    } finally {
      if (--lecteurs === 0) {
        encours = null
        celle.finir()
        await celle.finie
      }
    }
  }
}
