import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NODE_FLAGS } from '../../scripts/node-flags.mjs'

export type Serveur = {
  adresse: string
  donnees: string
  pid: number
  sortie: () => string
  stop: () => Promise<void>
  fini: Promise<number | null>
}

/** Starts `src/serveur.ts` as `npm start` does, on a free port and (unless told) a new folder; resolves when it says its address. */
export async function launchServer(env: Record<string, string> = {}, donnees?: string): Promise<Serveur> {
  const dossier = donnees ?? (await mkdtemp(join(tmpdir(), 'tisserand-parcours-')))
  const child = spawn(process.execPath, [...NODE_FLAGS, 'src/serveur.ts'], {
    env: { ...process.env, NIVEAU_JOURNAL: 'error', PORT: '0', TISSERAND_DONNEES: dossier, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let sortie = ''
  const fini = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const adresse = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      sortie += chunk
      const dite = /est ouvert : (\S+)/.exec(sortie)
      if (dite) resolve(dite[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void fini.then((code) => reject(new Error(`the server stopped with ${code}: ${sortie}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await fini
    if (!donnees) await rm(dossier, { recursive: true, force: true })
  }
  return { adresse, donnees: dossier, pid: child.pid!, sortie: () => sortie, stop, fini }
}
