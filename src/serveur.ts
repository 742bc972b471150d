import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { DataFolderError } from '#platform/embedded/data-folder.server.ts'
import { readSettings, SettingsError, type Settings } from '#platform/env.server.ts'
import { BaseInadaptee } from '#platform/migrer.server.ts'
import { accueillir } from './cli/accueil.ts'
import { preparerBase, type BasePrete } from './preparation.server.ts'

// The entry of the web process: makes the database ready, tells the built application where it is, serves, stops cleanly.

type Handler = (request: IncomingMessage, response: ServerResponse) => void

async function servir(): Promise<void> {
  const settings = readSettings(process.env)
  const base = await preparerBase(settings)
  try {
    await ouvrir(settings, base)
  } catch (error) {
    // the embedded database must not outlive a start that failed
    await base.quitter()
    throw error
  }
}

async function ouvrir(settings: Settings, base: BasePrete): Promise<void> {
  await accueillir(base.application, settings)
  Object.assign(process.env, {
    DATABASE_URL: base.application,
    TISSERAND_DONNEES: settings.dossier,
    PROTOCOL_HEADER: 'x-tisserand-protocole',
    HOST_HEADER: 'x-tisserand-hote',
    BODY_SIZE_LIMIT: '32M'
  })
  const built: string = new URL('../build/handler.js', import.meta.url).href
  const { handler } = (await import(built)) as { handler: Handler }
  const publique = settings.URL_PUBLIQUE ? new URL(settings.URL_PUBLIQUE) : null
  const server = createServer((request, response) => {
    const hote = publique?.host ?? request.headers.host ?? ''
    // a page elsewhere that resolves to this machine must not speak to it as if it were local
    if (!publique && settings.loopback && !/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(hote)) {
      response
        .writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Ce Tisserand ne répond qu’à cette machine. Pour l’ouvrir à d’autres, réglez HOST et URL_PUBLIQUE.\n')
      return
    }
    request.headers['x-tisserand-protocole'] = publique ? publique.protocol.slice(0, -1) : 'http'
    request.headers['x-tisserand-hote'] = hote
    // mail programs press « unsubscribe » without saying where from (RFC 8058); the address itself is the proof
    if (
      request.method === 'POST' &&
      !request.headers.origin &&
      /^\/(?:invitation|compte-rendu|taches|nouvelles|espace)\/[\w-]+\/messages$/.test(request.url ?? '')
    )
      request.headers.origin = `${request.headers['x-tisserand-protocole']}://${hote}`
    handler(request, response)
  })
  // a document of 25 Mo takes minutes to come over a slow line
  server.requestTimeout = 300_000
  server.headersTimeout = 20_000
  server.on('error', async (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Le port ${settings.PORT} est déjà pris sur ${settings.HOST}. Arrêtez l’autre programme, ou choisissez-en un autre avec PORT.`
        : `Le serveur n’a pas pu ouvrir ${settings.HOST}:${settings.PORT} : ${error.message}`
    )
    await arreter(1)
  })
  server.listen(settings.PORT, settings.HOST, () => {
    const ou = server.address()
    const port = ou && typeof ou === 'object' ? ou.port : settings.PORT
    console.log(
      `\n  Tisserand est ouvert : ${settings.URL_PUBLIQUE ?? `http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST}:${port}`}\n  Pour l’arrêter : Ctrl-C\n`
    )
  })

  let arret = false
  async function arreter(code: number): Promise<void> {
    if (arret) return
    arret = true
    setTimeout(() => process.exit(code || 1), 25_000).unref()
    server.closeIdleConnections()
    await new Promise((fini) => {
      server.close(fini)
      if (!server.listening) fini(null)
      setTimeout(() => server.closeAllConnections(), 10_000).unref()
    })
    await new Promise<void>((fini) => {
      if (!process.emit('tisserand:arret' as never, fini as never)) fini()
    })
    await base.quitter()
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void arreter(0))
}

servir().catch((error: unknown) => {
  const connue = error instanceof SettingsError || error instanceof DataFolderError || error instanceof BaseInadaptee
  console.error(connue ? (error as Error).message : error)
  process.exit(1)
})
