import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { trouverJava, trouverKhal, trouverLibreOffice } from '../tests/parcours/programmes.ts'
import { findBrowser } from './browser.ts'

// `npm test`: every check, in the order that finds the commonest fault soonest. A step that cannot run is a failure, never a skip.

type Etape = { nom: string; commande: string[]; env?: Record<string, string> }

const local = (nom: string) => join('node_modules', '.bin', nom)
const vitest = (...args: string[]) => [local('vitest'), 'run', ...args]

/** Folder of the programs of an installed PostgreSQL 15 or later; null when there is none. */
function installedPostgres(): string | null {
  const racine = '/usr/lib/postgresql'
  const versions = existsSync(racine)
    ? readdirSync(racine)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const trouve = versions
    .toSorted((a, b) => b - a)
    .map((version) => join(racine, String(version), 'bin'))
    .find((dossier) => existsSync(join(dossier, 'initdb')))
  return trouve ?? null
}

const installe = installedPostgres()
const etapes: Etape[] = [
  { nom: 'format', commande: [local('prettier'), '--check', '--log-level', 'warn', '.'] },
  { nom: 'style du code', commande: [local('eslint'), '.'] },
  { nom: 'code inutile', commande: [local('knip')] },
  { nom: 'types', commande: [local('svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'] },
  { nom: 'règles', commande: vitest('--project', 'regles') },
  { nom: 'base embarquée (PostgreSQL 18)', commande: vitest('--project', 'base') },
  ...(installe
    ? [{ nom: `base installée (${installe})`, commande: vitest('--project', 'base'), env: { TISSERAND_PROGRAMMES_PG: installe } }]
    : []),
  { nom: 'parcours', commande: vitest('--project', 'parcours') }
]

const seules = process.argv.slice(2)

function executer({ commande: [programme, ...args], env }: Etape): Promise<{ code: number; sortie: string }> {
  return new Promise((resolve) => {
    const enfant = spawn(programme!, args, {
      env: { ...process.env, ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32'
    })
    let sortie = ''
    for (const flux of [enfant.stdout, enfant.stderr])
      flux.on('data', (bout: Buffer) => {
        sortie += bout
        process.stdout.write(bout)
      })
    enfant.on('close', (code) => resolve({ code: code ?? 1, sortie }))
  })
}

const navigateur = await findBrowser()
if (navigateur) process.env.TISSERAND_NAVIGATEUR = navigateur
let [passes, echecs] = [0, 0]
const rates: string[] = []
for (const etape of etapes.filter(({ nom }) => seules.length === 0 || seules.some((seule) => nom.startsWith(seule)))) {
  console.log(`\n── ${etape.nom}`)
  if (etape.nom === 'parcours' && !navigateur) {
    console.log('Aucun navigateur : installez Chrome ou Chromium pour jouer les parcours.')
    rates.push(etape.nom)
    echecs++
    continue
  }
  const { code, sortie } = await executer(etape)
  // colours are for eyes: they would hide the counts
  const nu = stripVTControlCharacters(sortie)
  const tests = /^ *Tests +(?:(\d+) failed)?(?:[ |]*(\d+) passed)?/m.exec(nu)
  const [rouges, verts] = tests ? [Number(tests[1] ?? 0), Number(tests[2] ?? 0)] : [code === 0 ? 0 : 1, code === 0 ? 1 : 0]
  passes += verts
  echecs += rouges + (code !== 0 && rouges === 0 ? 1 : 0)
  if (code !== 0)
    rates.push([etape.nom, ...new Set([...nu.matchAll(/^ *FAIL +(.+)$/gm)].map(([, essai]) => `  ${essai}`))].join('\n'))
}
if (!installe)
  console.log('\nAucun PostgreSQL 15 ou plus récent installé ici : la base n’a été éprouvée que sur celle qui est embarquée.')
if (!trouverJava())
  console.log('\nAucun Java installé ici : le HTML des pages a été lu par html-validate et par axe, pas par vnu.')
if (!trouverLibreOffice())
  console.log('\nAucun LibreOffice installé ici : les exports Word ont été relus par mammoth et dans leur XML, pas ouverts.')
if (!trouverKhal()) console.log('\nAucun khal installé ici : les entrées d’agenda ont été lues par ical.js, pas par un agenda.')
if (rates.length > 0) console.log(`\nÀ revoir :\n${rates.join('\n')}`)
console.log(`\n${passes} passed, ${echecs} failed`)
process.exit(echecs > 0 || rates.length > 0 ? 1 : 0)
