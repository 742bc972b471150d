import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { SYSTEME } from '../src/platform/acteur.ts'
import { ouvrirBase } from '../src/platform/db.server.ts'
import { emettreJeton, inviterMembre } from '../src/domaines/comptes/commands.server.ts'
import { compteDuCourriel } from '../src/domaines/comptes/queries.server.ts'
import { launchServer } from '../tests/parcours/serveur.ts'
import { mesurerCourriels, ouvrirFacteur } from './courriels.ts'
import { mesurerLeContrat } from './documents.ts'
import { chrono, importer, memoireDe, s, unLieu, type Noter } from './mesures.ts'
import { mesurerCinquanteMille, mesurerLImport } from './passages.ts'
import { unGrandPlan } from './plan.ts'
import { mesurerLaPage, mesurerLesVues } from './portefeuille.ts'
import { mesurerLesReseaux } from './reseau.ts'
import { chronometrer, remplir } from './ressemblances.ts'
import { mesurerLesTables } from './tables.ts'

// `npm run bancs [-- --json]`: each figure beside the limit of the stage, or beside a peer measured in the same run.

type Mesure = { banc: string; mesure: string; repere: string; tenu: boolean | null }
const mesures: Mesure[] = []
const noter: Noter = (banc, mesure, repere, tenu) => {
  mesures.push({ banc, mesure, repere, tenu })
  process.stderr.write(`${banc} : ${mesure} (${repere})\n`)
}
const dossier = await mkdtemp(join(tmpdir(), 'tisserand-bancs-'))
const [froid, demarrageFroid] = await chrono(() => launchServer({ TISSERAND_DEMO: 'oui' }, dossier))
await froid.stop()
const donnees = froid.donnees
const facteur = await ouvrirFacteur()
// links are answered from many machines: the load says from which
const reglages = { ...facteur.env, ADDRESS_HEADER: 'x-forwarded-for' }
const [serveur, demarrageChaud] = await chrono(() => launchServer(reglages, donnees))
noter('démarrage à froid', s(demarrageFroid), 'base créée, géographie et démonstration chargées', null)
noter('démarrage à chaud', s(demarrageChaud), 'moins de 2 s', demarrageChaud < 2)
const repos = await memoireDe(serveur.pid)
noter('mémoire au repos', `${repos.toFixed(0)} Mo`, 'moins de 250 Mo', Number.isNaN(repos) ? null : repos < 250)

const secrets = JSON.parse(await readFile(join(donnees, 'secrets.json'), 'utf8')) as { application: string }
const portBase = (await readFile(join(donnees, 'base', 'postmaster.pid'), 'utf8')).split('\n')[3]
const base = ouvrirBase(`postgres://tisserand_app:${secrets.application}@127.0.0.1:${portBase}/tisserand`)
const { db } = base

// a territory with fifty fiches under eight axes, and its coordinator
const lieu = await unLieu(db, '93066')
await inviterMembre(
  { db, perimetre: lieu.perimetre, acteur: SYSTEME },
  { courriel: 'banc@exemple.fr', role: 'coordination', demonstration: true, prevenir: false }
)
await importer(db, lieu.perimetre, await unGrandPlan('Banc', 50))
// in the product a job does it after each import
await db.execute('select rafraichir_statistiques()')
const compte = (await compteDuCourriel(db, 'banc@exemple.fr'))!
const session = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'session', compte.id))

// 1. the signed-in portfolio, with fifty fiches then two thousand
const chez = {
  adresse: serveur.adresse,
  pid: serveur.pid,
  slug: lieu.slug,
  perimetre: lieu.perimetre,
  session,
  cookie: `session=${session}`
}
const pagesDeCinquante = await mesurerLaPage(db, chez, noter)
await mesurerLesVues(db, chez, pagesDeCinquante, noter)
// 2. plans in and out
await mesurerLImport(db, noter)
await mesurerCinquanteMille(db, chez, { dossier, donnees }, noter)
// 3. a contract of forty pages
await mesurerLeContrat(db, noter)

// 4. what is near to the action one is writing, among thirty thousand
const { perimetre: partout } = await unLieu(db, '94028')
await remplir(db, partout, 30_000)
await db.execute('select rafraichir_statistiques()')
const { p50, p95, nue } = await chronometrer(db, partout)
noter(
  'actions proches, sur 30 000',
  `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  `p95 de moins de 100 ms ; compter un mot dans ces titres en prend ${nue.toFixed(0)} ici`,
  p95 < 100
)

// 5. the network of partners
await mesurerLesReseaux(db, serveur.adresse, chez.cookie, noter)
mesurerLesTables(noter)
// 6. two hundred invitations, from the act to the last letter, and the answers by their links
for (const un of await mesurerCourriels(db, await unLieu(db, '93029'), serveur.adresse, facteur)) noter(...un)
await facteur.fermer()
await base.fermer()
await serveur.stop()
await rm(dossier, { recursive: true, force: true })

if (process.argv.includes('--json'))
  process.stdout.write(`${JSON.stringify({ coeurs: availableParallelism(), node: process.version, mesures })}\n`)
else {
  const large = Math.max(...mesures.map(({ banc }) => banc.length))
  process.stdout.write(
    `\n${mesures.map(({ banc, mesure, repere, tenu }) => `${tenu === null ? ' ' : tenu ? '✓' : '✗'} ${banc.padEnd(large)}  ${mesure}  (${repere})`).join('\n')}\n\n${availableParallelism()} cœurs partagés avec la charge, Node ${process.version}\n`
  )
}
process.exit(0)
