import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { ROLE_APPLICATION } from './db.server.ts'

const DOSSIER = resolve(fileURLToPath(new URL('../../migrations', import.meta.url)))
/** Any fixed number: the lock that keeps two processes from migrating at once. */
const VERROU = 7_411_501

/** The database refuses what Tisserand needs of it; the message says what to give, in French. */
export class BaseInadaptee extends Error {
  override name = 'BaseInadaptee'
}

/**
 * Brings the schema up to date, as the owner of the database. Safe to call from several processes at once.
 * Throws BaseInadaptee when the server is too old or the login may not make the role of the application.
 */
export async function migrer(proprietaire: string, application: string): Promise<void> {
  const sql = postgres(proprietaire, { max: 1, onnotice: () => {} })
  try {
    const version = Number((await sql`show server_version_num`)[0]?.server_version_num)
    if (version < 150_000) throw new BaseInadaptee('Tisserand demande PostgreSQL 15 ou plus récent.')
    await sql`select pg_advisory_lock(${VERROU})`
    await prepareRole(sql, new URL(application).username)
    await migrate(drizzle(sql), { migrationsFolder: DOSSIER })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The application's role must exist before the grants of the migrations, and its login must be allowed to take it. */
async function prepareRole(sql: postgres.Sql, login: string): Promise<void> {
  const [role] = await sql`select rolsuper, rolbypassrls from pg_roles where rolname = ${ROLE_APPLICATION}`
  try {
    if (!role) await sql`create role ${sql(ROLE_APPLICATION)} nologin`
    const compte = decodeURIComponent(login)
    if (compte !== ROLE_APPLICATION) {
      const [membre] = await sql`select pg_has_role(${compte}, ${ROLE_APPLICATION}, 'member') as oui`
      if (!membre?.oui) await sql`grant ${sql(ROLE_APPLICATION)} to ${sql(compte)}`
    }
  } catch (error) {
    throw new BaseInadaptee(
      `Le compte de DATABASE_URL_MIGRATIONS ne peut pas créer le rôle « ${ROLE_APPLICATION} » : ${(error as Error).message}. Donnez-lui le droit CREATEROLE, ou créez ce rôle et donnez-le au compte de DATABASE_URL.`
    )
  }
  if (role?.rolsuper || role?.rolbypassrls)
    throw new BaseInadaptee(
      `Le rôle « ${ROLE_APPLICATION} » contourne les cloisons entre territoires : retirez-lui SUPERUSER et BYPASSRLS.`
    )
}
