import { Worker } from 'node:worker_threads'
import type { Perimetre } from '#platform/acteur.ts'
import { lecture, type Db } from '#platform/db.server.ts'
import type { Ici } from '#platform/taches.server.ts'

/** Where a task of a file is done, for a test that asks it as a page does. */
export const iciDe = (perimetre: Perimetre, db: Db): Ici => ({
  db,
  perimetre,
  lire: (requete) => lecture(perimetre, (tx) => requete(tx, perimetre), db)
})

/** Another thread counts, and says each number here: the longest wait of one of them, as a share of all that was counted meanwhile. */
export function uneHorloge() {
  const compte = new Int32Array(new SharedArrayBuffer(4))
  const source = `const { parentPort, workerData } = require('node:worker_threads')
    setInterval(() => parentPort.postMessage(Atomics.add(workerData, 0, 1)), 5)`
  const fil = new Worker(source, { eval: true, workerData: compte, execArgv: [] })
  let attente = 0
  fil.on('message', (nombre: number) => void (attente = Math.max(attente, Atomics.load(compte, 0) - nombre)))
  return {
    async retard() {
      const total = Atomics.load(compte, 0)
      // what was counted while the loop was held is still to come
      await new Promise((suite) => setTimeout(suite, 50))
      await fil.terminate()
      return attente / total
    }
  }
}
