import { sql } from 'drizzle-orm'
import { fromDrizzle, getConstructionPlans, PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { ROLE_APPLICATION, type Tx } from './db.server.ts'
import { log } from './log.server.ts'

/** Work that a job does; it is called again when it throws, so it must bear being done twice. */
export type Travaux = Record<string, (contenu: Record<string, unknown>) => Promise<void>>

const SCHEMA = 'travaux'

/** Installs the queue's schema as the owner of the database, once. */
export async function installerTravaux(proprietaire: string): Promise<void> {
  const db = postgres(proprietaire, { max: 1, onnotice: () => {} })
  try {
    await db`select pg_advisory_lock(7411504)`
    const [deja] = await db`select 1 from pg_namespace where nspname = ${SCHEMA}`
    if (!deja) await db.unsafe(getConstructionPlans(SCHEMA))
    await db.unsafe(`grant usage on schema ${SCHEMA} to ${ROLE_APPLICATION};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${ROLE_APPLICATION};
      grant usage on all sequences in schema ${SCHEMA} to ${ROLE_APPLICATION};
      grant execute on all functions in schema ${SCHEMA} to ${ROLE_APPLICATION}`)
  } finally {
    await db.end({ timeout: 5 })
  }
}

let file: PgBoss | null = null

const ouvrir = (application: string, surveille: boolean) => {
  const boss = new PgBoss({
    connectionString: application,
    options: `-c role=${ROLE_APPLICATION}`,
    schema: SCHEMA,
    max: 2,
    migrate: false,
    createSchema: false,
    supervise: surveille,
    schedule: false
  } as never)
  boss.on('error', (error) => log().error({ error }, 'job queue'))
  return boss
}

/** Starts the workers of this process; answers how to stop them, letting what runs finish. */
export async function demarrerTravaux(application: string, travaux: Travaux): Promise<() => Promise<void>> {
  const boss = ouvrir(application, true)
  await boss.start()
  for (const [nom, faire] of Object.entries(travaux)) {
    await boss.createQueue(nom, { retryLimit: 8, retryBackoff: true, retryDelay: 20 })
    await boss.work(nom, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) =>
      faire(job!.data as Record<string, unknown>)
    )
  }
  file = boss
  return async () => {
    file = null
    await boss.stop({ graceful: true, timeout: 10_000 })
  }
}

/** Sends a job in the transaction of the act: it leaves if the act commits, never otherwise. Without workers in the process (command line) nothing is sent. */
export async function confierTravail(db: Tx, nom: string, contenu: Record<string, unknown>): Promise<void> {
  await file?.send(nom, contenu, { db: fromDrizzle(db as never, sql as never) })
}
