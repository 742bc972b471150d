import { createServer } from 'node:http'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { lireClasseur } from '../src/platform/classeur.server.ts'
import { lecture, ouvrirBase } from '../src/platform/db.server.ts'
import { jourDe } from '../src/platform/dates.ts'
import { SYSTEME } from '../src/platform/acteur.ts'
import { emettreJeton } from '../src/domaines/comptes/commands.server.ts'
import { compteDuCourriel, ouvrirPage, perimetreSysteme } from '../src/domaines/comptes/queries.server.ts'
import { importerPlan } from '../src/domaines/actions/commands/importer.server.ts'
import { produireContrat } from '../src/domaines/actions/exports/produire.server.ts'
import { lirePortefeuille, resumerPortefeuille } from '../src/domaines/actions/queries/portefeuille.server.ts'
import { lirePlan } from '../src/domaines/actions/regles/plan/lire.ts'
import { proposerTransversaux } from '../src/domaines/contrats/commands/axes.server.ts'
import { listerAxes, listerContrats } from '../src/domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '../src/domaines/contrats/regles/arbre.ts'
import { listerQuartiers } from '../src/domaines/territoires/queries.server.ts'
import { creerTerritoire } from '../src/domaines/territoires/commands.server.ts'
import { inviterMembre } from '../src/domaines/comptes/commands.server.ts'
import { launchServer } from '../tests/parcours/serveur.ts'
import { charger } from './charge.ts'
import { agirAPart } from './a-part.ts'
import { apporter, plusLongueAttente } from './boucle.ts'
import { mesurerCourriels, ouvrirFacteur } from './courriels.ts'
import { unGrandPlan } from './plan.ts'
import { mesurerLesReseaux } from './reseau.ts'
import { chronometrer, remplir } from './ressemblances.ts'
import { mesurerLesTables } from './tables.ts'
import { mesurerVue, VUES } from './vues.ts'

// `npm run bancs [-- --json]`: each figure beside the limit of the stage, or beside a peer measured in the same run.

type Mesure = { banc: string; mesure: string; repere: string; tenu: boolean | null }
const mesures: Mesure[] = []
const noter = (banc: string, mesure: string, repere: string, tenu: boolean | null) => {
  mesures.push({ banc, mesure, repere, tenu })
  process.stderr.write(`${banc} : ${mesure} (${repere})\n`)
}
const chrono = async <T>(agir: () => Promise<T>): Promise<[T, number]> => {
  const debut = performance.now()
  return [await agir(), (performance.now() - debut) / 1000]
}
const memoireDe = async (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? Number.NaN) / 1024
const s = (secondes: number) => `${secondes.toFixed(2)} s`

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

const { port } = new URL(serveur.adresse)
const secrets = JSON.parse(await readFile(join(donnees, 'secrets.json'), 'utf8')) as { application: string }
const portBase = (await readFile(join(donnees, 'base', 'postmaster.pid'), 'utf8')).split('\n')[3]
const base = ouvrirBase(`postgres://tisserand_app:${secrets.application}@127.0.0.1:${portBase}/tisserand`)
const { db } = base

// a territory with fifty fiches under eight axes, and its coordinator
const lieu = await creerTerritoire({ db, acteur: SYSTEME }, { code: '93066', demonstration: true })
if (!lieu.ok) throw new Error('territory')
const perimetre = perimetreSysteme(lieu.valeur.id)
await inviterMembre(
  { db, perimetre, acteur: SYSTEME },
  { courriel: 'banc@exemple.fr', role: 'coordination', demonstration: true, prevenir: false }
)
const importer = async (plan: Uint8Array, ou = perimetre) =>
  importerPlan({ db, perimetre: ou, acteur: SYSTEME }, { plan: lirePlan(await lireClasseur(plan, 'plan.xlsx')) })
await importer(await unGrandPlan('Banc', 50))
// in the product a job does it after each import
await db.execute('select rafraichir_statistiques()')
const compte = (await compteDuCourriel(db, 'banc@exemple.fr'))!
const session = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'session', compte.id))

// 1. the signed-in portfolio page, beside its bare queries and beside a plain answer of the same size
const page = `http://127.0.0.1:${port}/${lieu.valeur.slug}/actions`
const cookie = `session=${session}`
const taille = (await (await fetch(page, { headers: { cookie } })).text()).length
const requetesNues = async () => {
  const ouverture = (await ouvrirPage(db, session, lieu.valeur.slug, new Date()))!
  return lecture(
    ouverture.perimetre!,
    async (tx) => {
      const contrats = await listerContrats(tx, perimetre)
      const contratId = contrats[0]!.id
      const axes = aplatir(arbreDesAxes(await listerAxes(tx, perimetre, contratId)))
      return Promise.all([
        lirePortefeuille(tx, perimetre, {
          contratId,
          axes,
          filtre: {},
          grouper: 'axe',
          tri: 'numero',
          descendant: false,
          page: 1
        }),
        resumerPortefeuille(tx, perimetre, contratId),
        listerQuartiers(tx, perimetre),
        listerContrats(tx, perimetre)
      ])
    },
    db
  )
}
const nu = createServer(async (_, reponse) => reponse.end(JSON.stringify(await requetesNues())))
const simple = createServer((_, reponse) => reponse.end('x'.repeat(taille)))
for (const un of [nu, simple]) await new Promise<void>((pret) => un.listen(0, '127.0.0.1', pret))
const adresseDe = (un: typeof nu) => `http://127.0.0.1:${(un.address() as { port: number }).port}/`
const sansRendu = await charger(adresseDe(nu), {}, 16, 6)
const rendue = await charger(page, { cookie }, 16, 6)
const bete = await charger(adresseDe(simple), {}, 16, 3)
// how fast this machine is: an answer of two letters. Where the aim of 600 pages/s was set, it gave 63,000/s: one page for 105
const vide = createServer((_, reponse) => reponse.end('ok'))
await new Promise<void>((pret) => vide.listen(0, '127.0.0.1', pret))
const aVide = await charger(adresseDe(vide), {}, 16, 3)
vide.close()
const part = rendue.parSeconde / sansRendu.parSeconde
noter(
  'page du portefeuille (50 fiches, connectée)',
  `${rendue.parSeconde.toFixed(0)} pages/s, p99 ${rendue.p99.toFixed(0)} ms`,
  `${(100 * part).toFixed(0)} % de ses requêtes nues (${sansRendu.parSeconde.toFixed(0)}/s) ; au moins 40 %`,
  part >= 0.4
)
const parPage = aVide.parSeconde / rendue.parSeconde
noter(
  'rapportée à la machine',
  `une page pour ${parPage.toFixed(0)} réponses vides`,
  `node:http en donne ${aVide.parSeconde.toFixed(0)}/s ici ; le but, une pour 105 (600 sur 63 000)`,
  parPage <= 105
)
noter(
  'même taille par node:http seul',
  `${bete.parSeconde.toFixed(0)}/s`,
  `${(bete.parSeconde / rendue.parSeconde).toFixed(0)} fois la page`,
  null
)
noter(
  'mémoire après la charge',
  `${(await memoireDe(serveur.pid)).toFixed(0)} Mo`,
  `${(taille / 1024).toFixed(0)} Ko de HTML par page`,
  null
)
for (const un of [nu, simple]) un.close()

// the same page of a territory with two thousand fiches, grouped by axis: fifty are shown, all are counted
const deuxMille = await importer(await unGrandPlan('Deux mille', 1950))
if (!deuxMille.ok) throw new Error('two thousand')
const { contratId } = deuxMille.valeur
await proposerTransversaux({ db, perimetre, acteur: SYSTEME }, { contratId })
await db.execute('select rafraichir_statistiques()')
const pleine = await charger(page, { cookie }, 16, 6)
noter(
  'la même, avec 2 000 fiches',
  `${pleine.parSeconde.toFixed(0)} pages/s, p99 ${pleine.p99.toFixed(0)} ms`,
  `${(100 * (pleine.parSeconde / rendue.parSeconde)).toFixed(0)} % de la page à 50 fiches`,
  null
)

// each view of those two thousand, alone: what one person waits for, and what her connection carries
for (const [nom, chemin] of [...VUES, ['matrice', `/actions/matrice?contrat=${contratId}`]] as const) {
  const { p50, p95, html, comprime, scripts } = await mesurerVue(`http://127.0.0.1:${port}/${lieu.valeur.slug}${chemin}`, cookie)
  const ko = (octets: number) => `${(octets / 1024).toFixed(0)} Ko`
  noter(
    `vue « ${nom} », 2 000 fiches`,
    `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    `moins de 300 ms ; ${ko(html)} de HTML (${ko(comprime)} comprimés), ${ko(scripts)} de scripts`,
    p95 < 300
  )
}
const adresseMatrice = `${page}/matrice?contrat=${contratId}`
if (!(await (await fetch(adresseMatrice, { headers: { cookie } })).text()).includes('1\u202f950'))
  throw new Error('the matrix does not say its actions')
const matrice = await charger(adresseMatrice, { cookie }, 8, 6)
noter(
  'matrice des axes transversaux, avec 2 000 fiches',
  `${matrice.parSeconde.toFixed(0)} pages/s, p99 ${matrice.p99.toFixed(0)} ms`,
  `le portefeuille en donne ${pleine.parSeconde.toFixed(0)} ; au moins une pour dix`,
  matrice.parSeconde * 10 >= pleine.parSeconde
)

// 2. a plan of a thousand rows
const autre = await creerTerritoire({ db, acteur: SYSTEME }, { code: '93048', demonstration: true })
const ailleurs = perimetreSysteme(autre.ok ? autre.valeur.id : '')
const [, mille] = await chrono(async () => importer(await unGrandPlan('Mille', 1000), ailleurs))
noter('import de 1 000 lignes', s(mille), 'lu, comparé et écrit ; moins de 3 s', mille < 3)

// and one of fifty thousand, by the command line, in a process of its own whose memory is watched
await creerTerritoire({ db, acteur: SYSTEME }, { code: '93005', demonstration: true })
const tresGrand = join(dossier, 'cinquante-mille.xlsx')
await writeFile(tresGrand, await unGrandPlan('Cinquante mille', 50_000))
const [pic, cinquanteMille] = await chrono(() =>
  agirAPart(['importer', 'plan', tresGrand, '--territoire', '93005'], donnees, 600)
)
noter(
  'import de 50 000 lignes',
  `${s(cinquanteMille)}, ${pic.toFixed(0)} Mo au plus`,
  'lu, comparé, écrit en une transaction, dans un tas de 600 Mo ; moins de 900 Mo',
  Number.isNaN(pic) ? null : pic < 900
)

// the same file brought to the web server: it is read and compared in a thread, and the server goes on answering
const repit = await plusLongueAttente(`${serveur.adresse}/sante`, () => new Promise((suite) => setTimeout(suite, 3_000)))
const lecteur = { apercu: '' }
const octetsDuGrand = await readFile(tresGrand)
const [attente, lu] = await chrono(() =>
  plusLongueAttente(`${serveur.adresse}/sante`, async () => {
    lecteur.apercu = await apporter(`${page}/importer`, cookie, 'cinquante-mille.xlsx', octetsDuGrand)
  })
)
if (!/50.000/u.test(lecteur.apercu)) throw new Error('the preview does not say its rows')
noter(
  'lecture de 50 000 lignes par le serveur',
  `${s(lu)} pour déposer et voir l’aperçu, ${(await memoireDe(serveur.pid)).toFixed(0)} Mo ensuite`,
  'lu deux fois, dans un fil à part',
  null
)
noter(
  'plus longue attente des autres pendant ce temps',
  `${attente.toFixed(0)} ms`,
  `${repit.toFixed(0)} ms quand rien ne se lit ; une lecture tient un fil ${s(lu / 2)} ; moins du dixième`,
  attente < (1000 * lu) / 20
)

// and fifty thousand actions going out as a spreadsheet, in a process of its own
const cinq = await creerTerritoire({ db, acteur: SYSTEME }, { code: '93005', demonstration: true })
const ou5 = perimetreSysteme(cinq.ok ? cinq.valeur.id : '')
const [sien] = await lecture(ou5, (tx) => listerContrats(tx, ou5), db)
const sortie = join(dossier, 'sortie.xlsx')
const [picSortie, exporte] = await chrono(() => agirAPart(['exporter', 'contrat', sien!.id, '--vers', sortie], donnees, 800))
noter(
  'export de 50 000 lignes en tableur',
  `${s(exporte)}, ${picSortie.toFixed(0)} Mo au plus`,
  `${((await stat(sortie)).size / 2 ** 20).toFixed(0)} Mo écrits ; dans un tas de 800 Mo ; moins de 1 200 Mo`,
  Number.isNaN(picSortie) ? null : picSortie < 1200
)

// 3. a contract of forty pages
const quarante = await creerTerritoire({ db, acteur: SYSTEME }, { code: '93010', demonstration: true })
const la = perimetreSysteme(quarante.ok ? quarante.valeur.id : '')
const fait = await importer(
  await unGrandPlan(
    'Quarante pages',
    40,
    'Un paragraphe de description, comme on en écrit pour dire à quel besoin répond une action et comment elle se déroule. '.repeat(
      9
    )
  ),
  la
)
if (!fait.ok) throw new Error('forty')
for (const format of ['docx', 'pdf'] as const) {
  const produire = () => lecture(la, (tx) => produireContrat(tx, la, fait.valeur.contratId!, format, jourDe(new Date())), db)
  await produire()
  const [fichier, temps] = await chrono(produire)
  noter(
    `contrat de 40 fiches en ${format === 'docx' ? 'Word' : 'PDF'}`,
    `${s(temps)}, ${(fichier!.octets.length / 1024).toFixed(0)} Ko`,
    'moins de 1,5 s',
    temps < 1.5
  )
}

// 4. what is near to the action one is writing, among thirty thousand
const foule = await creerTerritoire({ db, acteur: SYSTEME }, { code: '94028', demonstration: true })
const partout = perimetreSysteme(foule.ok ? foule.valeur.id : '')
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
await mesurerLesReseaux(db, serveur.adresse, cookie, noter)
mesurerLesTables(noter)
// 6. two hundred invitations, from the act to the last letter, and the answers by their links
const reseau = await creerTerritoire({ db, acteur: SYSTEME }, { code: '93029', demonstration: true })
if (!reseau.ok) throw new Error('letters')
const leur = { slug: reseau.valeur.slug, perimetre: perimetreSysteme(reseau.valeur.id) }
for (const un of await mesurerCourriels(db, leur, serveur.adresse, facteur)) noter(...un)
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
