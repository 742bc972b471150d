import { createRequire } from 'node:module'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** The thread stopped before it answered: no memory was left for it, or a fault of ours, which is the cause. */
export class FilRompu extends Error {
  constructor(cause?: unknown) {
    super('a thread stopped before its answer', { cause })
    this.name = 'FilRompu'
  }
}

const require = createRequire(import.meta.url)

/** Megabytes that one thread may hold: fifty thousand rows take less. Past them the thread stops, and the process goes on. */
const MEMOIRE = 1_024
/** Threads at work together; others wait their turn, so that memory has a bound. */
const ENSEMBLE = 2
let libres = ENSEMBLE
const attente: (() => void)[] = []

/**
 * Does a task in a thread of its own, whose loop and memory are not those of who asks; answers what the thread gives to `repondreDuFil`.
 * `module` is named as imports name it (« #domaines/… ») and runs from the sources, as the command line does. `arret` ends the thread where it
 * stands. Throws FilRompu.
 */
export async function executerDansUnFil<R>(
  module: string,
  tache: unknown,
  { memoire = MEMOIRE, arret }: { memoire?: number | undefined; arret?: AbortSignal } = {}
): Promise<R> {
  if (libres === 0) await new Promise<void>((tour) => void attente.push(tour))
  else libres--
  try {
    return await new Promise<R>((donner, refuser) => {
      const fil = new Worker(require.resolve(module), {
        workerData: tache,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoire }
      })
      const finir = () => void fil.terminate()
      arret?.addEventListener('abort', finir)
      let dite: { reponse: R } | null = null
      fil.on('message', (reponse: R) => void (dite = { reponse }))
      fil.on('error', (cause) => refuser(new FilRompu(cause)))
      fil.on('exit', () => (dite ? donner(dite.reponse) : refuser(new FilRompu())))
    })
  } finally {
    const suivant = attente.shift()
    if (suivant) suivant()
    else libres++
  }
}

/** In a thread: does the task that it was started for, and answers. What `faire` throws ends the thread. */
export async function repondreDuFil<T, R>(faire: (tache: T) => Promise<R>): Promise<void> {
  parentPort!.postMessage(await faire(workerData as T))
}
