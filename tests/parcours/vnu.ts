import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as attendre } from 'node:timers/promises'
import { trouverJava } from './programmes.ts'

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

async function portLibre(): Promise<number> {
  const prise = createServer().listen(0, '127.0.0.1')
  await once(prise, 'listening')
  const { port } = prise.address() as AddressInfo
  prise.close()
  return port
}

/** The Nu HTML checker, one Java process for every page of every journey; null where there is no Java. */
export async function lancerVnu(): Promise<{ adresse: string; stop: () => void } | null> {
  const java = trouverJava()
  if (!java) return null
  const port = await portLibre()
  const adresse = `http://127.0.0.1:${port}/`
  const enfant = spawn(
    java,
    ['-Dnu.validator.servlet.bind-address=127.0.0.1', '-cp', JAR, 'nu.validator.servlet.Main', String(port)],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  )
  const stop = () => void enfant.kill()
  process.once('exit', stop)
  let dit = ''
  enfant.stderr.on('data', (bout: Buffer) => (dit = (dit + bout).slice(-2000)))
  for (const limite = Date.now() + 60_000; !(await fetch(adresse).catch(() => null))?.ok; await attendre(100))
    if (enfant.exitCode !== null || Date.now() > limite) {
      stop()
      throw new Error(`Java est là, mais vnu ne démarre pas (il demande Java 11 ou plus récent) : ${dit}`)
    }
  return { adresse, stop }
}

type Message = { type: string; subType?: string; lastLine?: number; message: string; extract?: string }

/** What vnu finds in a page: errors and warnings. Its plain remarks (« / » at the end of a void element, as Svelte writes it) are left. */
export async function fautesDeVnu(vnu: string, html: string): Promise<string[]> {
  const reponse = await fetch(`${vnu}?out=json`, {
    method: 'POST',
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: html
  })
  const { messages } = (await reponse.json()) as { messages: Message[] }
  return messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ lastLine, message, extract }) => `${lastLine} vnu : ${message} ${extract ?? ''}`)
}
