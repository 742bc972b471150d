// Brings the machine from nothing to a running Tisserand: `npm start`, `npm test`, `npm run tisserand` all come through here.
// Plain JavaScript on Node's own modules: nothing is installed yet when it runs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NODE_FLAGS } from './node-flags.mjs'

const racine = dirname(dirname(fileURLToPath(import.meta.url)))
const marques = join(racine, '.prepare')
const [mode, ...suite] = process.argv.slice(2)

const dire = (/** @type {string} */ texte) => process.stderr.write(`${texte}\n`)

/** @param {string} texte @returns {never} */
function renoncer(texte) {
  dire(texte)
  process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) < 20)
  renoncer(`Tisserand demande Node 20 ou plus récent ; celui-ci est ${process.version}.`)

/** @param {string} nom */
const lireMarque = (nom) => (existsSync(join(marques, nom)) ? readFileSync(join(marques, nom), 'utf8') : '')
/** @param {string} nom @param {string} valeur */
function poserMarque(nom, valeur) {
  mkdirSync(marques, { recursive: true })
  writeFileSync(join(marques, nom), valeur)
}

/** @param {string} programme @param {string[]} args */
function executer(programme, args, env = process.env) {
  // standard output belongs to what a command answers: what prepares speaks on standard error
  return (
    spawnSync(programme, args, { cwd: racine, stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' }).status === 0
  )
}

function installer() {
  const verrou = createHash('sha256')
    .update(readFileSync(join(racine, 'package-lock.json')))
    .digest('hex')
  if (lireMarque('installe') === verrou && existsSync(join(racine, 'node_modules', 'node', 'bin'))) return
  dire('Installation de ce qui manque (une minute environ)…')
  const npm = process.env.npm_execpath
  // not `npm ci`: it refuses a lock whose registry lacks packages of other systems, which nobody here needs
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const fait = npm ? executer(process.execPath, [npm, ...args]) : executer('npm', args)
  if (!fait)
    renoncer(
      'L’installation a échoué. Vérifiez la connexion à Internet et la place sur le disque, puis relancez la même commande.'
    )
  poserMarque('installe', verrou)
}

/** Everything that the build depends on, by size and date. @param {string} dossier @returns {string[]} */
function etat(dossier) {
  return readdirSync(dossier, { withFileTypes: true }).flatMap((entree) => {
    const chemin = join(dossier, entree.name)
    if (entree.isDirectory()) return etat(chemin)
    if (entree.name.endsWith('.test.ts')) return []
    const { size, mtimeMs } = statSync(chemin)
    return [`${chemin} ${size} ${mtimeMs}`]
  })
}

/** @param {string} node */
function construire(node) {
  const sources = ['vite.config.ts', 'package-lock.json'].map((nom) => `${nom} ${statSync(join(racine, nom)).mtimeMs}`)
  const empreinte = createHash('sha256')
    .update([...sources, ...etat(join(racine, 'src')).toSorted()].join('\n'))
    .digest('hex')
  if (lireMarque('construit') === empreinte && existsSync(join(racine, 'build', 'handler.js'))) return
  dire('Construction de l’application…')
  if (!executer(node, [join(racine, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']))
    renoncer('La construction de l’application a échoué.')
  poserMarque('construit', empreinte)
}

installer()
const node = join(racine, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
if (mode === undefined || mode === '--tester' || mode === '--bancs') construire(node)

const programmes = {
  '--commande': 'src/cli/tisserand.ts',
  '--tester': 'scripts/tester.ts',
  '--bancs': 'bancs/bancs.ts',
  '--developper': 'scripts/developper.ts'
}
const programme = join(racine, mode === undefined ? 'src/serveur.ts' : programmes[/** @type {keyof typeof programmes} */ (mode)])
const enfant = spawn(node, [...NODE_FLAGS, programme, ...suite], {
  cwd: mode === '--commande' ? process.cwd() : racine,
  stdio: 'inherit'
})
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, () => enfant.kill(signal))
enfant.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
