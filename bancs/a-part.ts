import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * Runs an act of the command line on the data of a running server, with a heap of so many Mo and no more; answers the most memory its
 * process held, in Mo (NaN where /proc is not). Throws when the act did not end well.
 */
export async function agirAPart(acte: readonly string[], donnees: string, tas: number): Promise<number> {
  const enfant = spawn(process.execPath, [`--max-old-space-size=${tas}`, 'src/cli/tisserand.ts', ...acte], {
    env: { ...process.env, TISSERAND_DONNEES: donnees },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  let pic = Number.NaN
  const guet = setInterval(async () => {
    const statut = await readFile(`/proc/${enfant.pid}/status`, 'utf8').catch(() => '')
    const vu = Number(/VmHWM:\s+(\d+)/.exec(statut)?.[1] ?? Number.NaN) / 1024
    if (!Number.isNaN(vu)) pic = vu
  }, 100)
  const code = await new Promise((fini) => enfant.on('close', fini))
  clearInterval(guet)
  if (code !== 0) throw new Error(`the act stopped with ${String(code)}`)
  return pic
}
