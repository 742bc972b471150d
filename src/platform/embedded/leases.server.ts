import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who uses the embedded server: one file for each living process, so that the last to leave stops it. */
export type Leases = { take(): Promise<void>; leave(): Promise<number>; exclusive<T>(act: () => Promise<T>): Promise<T> }

export function leases(folder: string): Leases {
  const place = join(folder, 'baux')
  const mine = join(place, String(process.pid))
  return {
    async take() {
      await mkdir(place, { recursive: true })
      await writeFile(mine, '')
    },
    /** Gives the lease back and answers how many living processes still hold one. */
    async leave() {
      await rm(mine, { force: true })
      const others = (await readdir(place)).filter((name) => /^\d+$/.test(name))
      const dead = others.filter((name) => !isAlive(Number(name)))
      await Promise.all(dead.map((name) => rm(join(place, name), { force: true })))
      return others.length - dead.length
    },
    exclusive: (act) => exclusive(join(folder, 'verrou'), act)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Starting and stopping are done by one process at a time; the lock of a dead process is broken. */
async function exclusive<T>(lock: string, act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 90_000
  while (true) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
      // an empty file is a lock being written: give its owner the time of one more turn
      if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true })
      else if (Date.now() > deadline)
        throw new Error(`Le verrou « ${lock} » est tenu depuis trop longtemps par le processus ${holder}.`, { cause: error })
      else await sleep(40)
    }
  }
  try {
    return await act()
  } finally {
    await rm(lock, { force: true })
  }
}
