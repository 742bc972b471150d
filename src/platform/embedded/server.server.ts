import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { DataFolderError, openToServerUser, prepareFolder } from './data-folder.server.ts'
import { isAlive, leases } from './leases.server.ts'
import { findPrograms, run, type Programs } from './programs.server.ts'

/** Addresses of the embedded database, for the application's role and for its owner, and how to let it go. */
export type EmbeddedServer = { application: string; owner: string; attached: boolean; leave(): Promise<void> }

type Secrets = { owner: string; application: string }

/**
 * Joins the PostgreSQL that lives under `folder`: starts it, or attaches to the one that another process (or a killed one)
 * left running. The last process to leave stops it. Throws DataFolderError with a French sentence for a folder that cannot serve.
 */
export async function joinEmbedded(folder: string): Promise<EmbeddedServer> {
  await prepareFolder(folder)
  const programs = await findPrograms(folder)
  if (programs.user) await openToServerUser(folder, programs.user)
  const data = join(folder, 'base')
  const hold = leases(folder)
  return hold.exclusive(async () => {
    await hold.take()
    try {
      const secrets = await readSecrets(folder)
      if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs, data, secrets)
      const running = await runningPort(data, secrets)
      const port = running ?? (await start(programs, data, folder))
      await ensureDatabase(port, secrets)
      return {
        application: address('tisserand_app', secrets.application, port, 'tisserand'),
        owner: address('tisserand', secrets.owner, port, 'tisserand'),
        attached: running !== null,
        leave: () =>
          hold.exclusive(async () => {
            if ((await hold.leave()) === 0) await run(programs.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], programs.user)
          })
      }
    } catch (error) {
      await hold.leave()
      throw error
    }
  })
}

const address = (user: string, password: string, port: number, database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`

async function readSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Secrets
  const secrets = { owner: randomBytes(24).toString('hex'), application: randomBytes(24).toString('hex') }
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

async function initialise(programs: Programs, data: string, secrets: Secrets): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  const passwords = `${data}.mdp`
  await writeFile(passwords, secrets.owner, { mode: 0o600 })
  if (programs.user) {
    await chown(data, programs.user.uid, programs.user.gid)
    await chown(passwords, programs.user.uid, programs.user.gid)
  }
  await chmod(data, 0o700)
  const made = await run(
    programs.initdb,
    ['-D', data, '-U', 'tisserand', '-A', 'scram-sha-256', `--pwfile=${passwords}`, '-E', 'UTF8', ...(await localeOf(programs))],
    programs.user
  )
  await rm(passwords, { force: true })
  if (made.code !== 0) {
    await rm(data, { recursive: true, force: true })
    throw new DataFolderError(`La base n’a pas pu être créée dans « ${data} » : ${made.output.trim().split('\n').at(-1)}`)
  }
}

/** The same order of letters on every machine: PostgreSQL's own C.UTF-8 from version 17, the system's before. */
async function localeOf(programs: Programs): Promise<string[]> {
  const version = Number(/\) (\d+)/.exec((await run(programs.initdb, ['--version'], programs.user)).output)?.[1])
  return version >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8']
}

/** The port of a server already running on these data, ours or one that survived its parent; null when there is none. */
async function runningPort(data: string, secrets: Secrets): Promise<number | null> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port || !isAlive(pid)) return null
  const sql = postgres(address('tisserand', secrets.owner, port, 'postgres'), { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    await sql`select 1`
    return port
  } catch {
    return null
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function start(programs: Programs, data: string, folder: string): Promise<number> {
  const log = join(folder, 'base.log')
  await writeFile(log, '', { flag: 'a' })
  if (programs.user) await chown(log, programs.user.uid, programs.user.gid)
  // after a crash of the server and of its parent, the shared memory takes a moment to be given back
  const deadline = Date.now() + 2_000
  while (true) {
    const port = await freePort()
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60 -c shared_buffers=96MB -c timezone=UTC`
    const started = await run(programs.pgCtl, ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', options], programs.user)
    if (started.code === 0) return port
    if (Date.now() > deadline) {
      const why = (await readFile(log, 'utf8')).trim().split('\n').at(-1)
      throw new DataFolderError(`La base du dossier « ${folder} » n’a pas pu démarrer : ${why}`)
    }
    await sleep(250)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => (found && typeof found === 'object' ? resolve(found.port) : reject(new Error('no port'))))
    })
  })
}

async function ensureDatabase(port: number, secrets: Secrets): Promise<void> {
  const sql = postgres(address('tisserand', secrets.owner, port, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    const [known] = await sql`select 1 from pg_roles where rolname = 'tisserand_app'`
    // the password is ours, made of hexadecimal digits: CREATE ROLE takes no parameter
    if (!known) await sql.unsafe(`create role tisserand_app login password '${secrets.application}'`)
    const [base] = await sql`select 1 from pg_database where datname = 'tisserand'`
    if (!base) await sql.unsafe('create database tisserand')
  } finally {
    await sql.end({ timeout: 2 })
  }
}
