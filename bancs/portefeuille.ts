import { createServer, type RequestListener } from 'node:http'
import { SYSTEME, type Perimetre } from '../src/platform/acteur.ts'
import { lecture, type Db } from '../src/platform/db.server.ts'
import { ouvrirPage } from '../src/domaines/comptes/queries.server.ts'
import { lirePortefeuille, resumerPortefeuille } from '../src/domaines/actions/queries/portefeuille.server.ts'
import { proposerTransversaux } from '../src/domaines/contrats/commands/axes.server.ts'
import { listerAxes, listerContrats } from '../src/domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '../src/domaines/contrats/regles/arbre.ts'
import { listerQuartiers } from '../src/domaines/territoires/queries.server.ts'
import { charger } from './charge.ts'
import { importer, memoireDe, type Noter } from './mesures.ts'
import { unGrandPlan } from './plan.ts'
import { mesurerVue, VUES } from './vues.ts'

/** A coordinator signed in, on a territory of fifty fiches, and the process that answers her. */
export type Coordination = { adresse: string; pid: number; slug: string; perimetre: Perimetre; session: string; cookie: string }

/** Listens on a port of its own while an address is loaded; answers what the load saw. */
async function chargerAPart(repondre: RequestListener, secondes: number) {
  const serveur = createServer(repondre)
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const vue = await charger(`http://127.0.0.1:${(serveur.address() as { port: number }).port}/`, {}, 16, secondes)
  serveur.close()
  return vue
}

/** The queries of the page, without its rendering. */
async function requetesNues(db: Db, { session, slug, perimetre }: Coordination) {
  const ouverture = (await ouvrirPage(db, session, slug, new Date()))!
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

/** The signed-in page of fifty fiches, beside its bare queries, beside a plain answer of the same size and an empty one. Answers pages a second. */
export async function mesurerLaPage(db: Db, chez: Coordination, noter: Noter): Promise<number> {
  const { adresse, slug, cookie, pid } = chez
  const page = `${adresse}/${slug}/actions`
  const taille = (await (await fetch(page, { headers: { cookie } })).text()).length
  const sansRendu = await chargerAPart(async (_, reponse) => void reponse.end(JSON.stringify(await requetesNues(db, chez))), 6)
  const rendue = await charger(page, { cookie }, 16, 6)
  const bete = await chargerAPart((_, reponse) => void reponse.end('x'.repeat(taille)), 3)
  // how fast this machine is: an answer of two letters. Where the aim of 600 pages/s was set, it gave 63,000/s: one page for 105
  const aVide = await chargerAPart((_, reponse) => void reponse.end('ok'), 3)
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
    `${(await memoireDe(pid)).toFixed(0)} Mo`,
    `${(taille / 1024).toFixed(0)} Ko de HTML par page`,
    null
  )
  return rendue.parSeconde
}

/** The same page with two thousand fiches, grouped by axis (fifty are shown, all are counted), then each view of them and the matrix. */
export async function mesurerLesVues(db: Db, chez: Coordination, pagesDeCinquante: number, noter: Noter): Promise<void> {
  const { adresse, slug, cookie, perimetre } = chez
  const page = `${adresse}/${slug}/actions`
  const contratId = await importer(db, perimetre, await unGrandPlan('Deux mille', 1950))
  await proposerTransversaux({ db, perimetre, acteur: SYSTEME }, { contratId })
  await db.execute('select rafraichir_statistiques()')
  const pleine = await charger(page, { cookie }, 16, 6)
  noter(
    'la même, avec 2 000 fiches',
    `${pleine.parSeconde.toFixed(0)} pages/s, p99 ${pleine.p99.toFixed(0)} ms`,
    `${(100 * (pleine.parSeconde / pagesDeCinquante)).toFixed(0)} % de la page à 50 fiches`,
    null
  )

  // each view of those two thousand, alone: what one person waits for, and what her connection carries
  for (const [nom, chemin] of [...VUES, ['matrice', `/actions/matrice?contrat=${contratId}`]] as const) {
    const { p50, p95, html, comprime, scripts } = await mesurerVue(`${adresse}/${slug}${chemin}`, cookie)
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
}
