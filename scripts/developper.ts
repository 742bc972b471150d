import { spawn } from 'node:child_process'
import { accueillir } from '../src/cli/accueil.ts'
import { readSettings } from '../src/platform/env.server.ts'
import { preparerBase } from '../src/preparation.server.ts'

// `npm run dev`: the same database as `npm start`, pages rebuilt as they are written.
const settings = readSettings(process.env)
const base = await preparerBase(settings)
await accueillir(base.application, settings)
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'dev', '--port', String(settings.PORT)], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: base.application, TISSERAND_DONNEES: settings.dossier }
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => vite.kill(signal))
vite.on('exit', (code) => void base.quitter().then(() => process.exit(code ?? 0)))
