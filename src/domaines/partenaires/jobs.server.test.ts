import { spawn } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NODE_FLAGS } from '../../../scripts/node-flags.mjs'
import { baseDeTest, reussi } from '#tests/base.ts'
import { tousLesRedacteurs } from '#tests/envois/redacteurs.ts'
import type { Tx } from '#platform/db.server.ts'
import { ouvrirCourrier } from '#platform/courrier.server.ts'
import { readSettings } from '#platform/env.server.ts'
import { nouvelId } from '#platform/ids.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { confierEnvois, renvoyer } from './commands/envois.server.ts'
import { unePersonne } from './fixtures.server.ts'
import { distribuer, type Redacteur } from './jobs.server.ts'

const essai = baseDeTest()
/** What the mail server took: address → Message-IDs, one a letter. */
let recus: { a: string; identifiant: string }[] = []
/** How many letters the server was taking at once, at most. */
let aLaFois = { maintenant: 0, plus: 0 }
let aRefuser: (adresse: string) => number | null = () => null
let serveur: SMTPServer
let port: number

beforeAll(async () => {
  serveur = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, fini) {
      const code = aRefuser(address)
      if (code === null) return fini()
      fini(Object.assign(new Error('boîte inconnue'), { responseCode: code }))
    },
    onData(flux, session, fini) {
      let lettre = ''
      aLaFois = { maintenant: aLaFois.maintenant + 1, plus: Math.max(aLaFois.plus, aLaFois.maintenant + 1) }
      flux.on('data', (bout: Buffer) => (lettre += bout))
      flux.on('end', () => {
        recus.push({
          a: session.envelope.rcptTo[0]!.address,
          identifiant: /^Message-ID: <(.+)>/im.exec(lettre)?.[1] ?? ''
        })
        aLaFois.maintenant--
        fini()
      })
    }
  })
  serveur.on('error', () => {})
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  port = (serveur.server.address() as { port: number }).port
}, 60_000)
afterAll(() => new Promise<void>((fini) => serveur.close(() => fini())))
beforeEach(() => {
  recus = []
  aLaFois = { maintenant: 0, plus: 0 }
  aRefuser = () => null
})

const rediger: Redacteur = async (_, { courriel }) => ({
  objet: 'Invitation',
  texte: `Bonjour ${courriel}`,
  html: '<p>Bonjour</p>'
})
const redacteurs = tousLesRedacteurs(rediger)
async function partir(scene: Scene, vers = port, voulus = redacteurs, relais?: number): Promise<void> {
  const courrier = ouvrirCourrier(
    readSettings({ SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(vers), SMTP_EXPEDITEUR: 'Tisserand <essai@exemple.fr>' })
  )
  const reglages = {
    courrier,
    domaine: 'sante.exemple.fr',
    parMinute: 60_000,
    redacteurs: voulus,
    ...(relais === undefined ? {} : { relais })
  }
  await distribuer(essai.base(), reglages, scene.perimetre.collectiviteId).finally(() => courrier.fermer())
}

async function unePile(nombre: number): Promise<Scene> {
  const scene = { ...(await unTerritoire(essai.base().db)), db: essai.base().db } as Scene
  await ici(scene, (tx) => tx.execute(sql`delete from envois`))
  const personneId = await unePersonne(scene, `Personne ${nouvelId()}`)
  const destinataires = Array.from({ length: nombre }, (_, n) => ({
    personneId,
    structureId: null,
    courriel: `personne${n}@exemple.fr`
  }))
  reussi(await confierEnvois(scene, { nature: 'invitation', objetId: nouvelId(), destinataires }))
  return scene
}
const ici = <T>({ perimetre: { collectiviteId } }: Scene, agir: (tx: Tx) => Promise<T>): Promise<T> =>
  essai.base().db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    return agir(tx)
  })
type Etat = { id: string; courriel: string; etat: string; motif: string | null }
const etats = (scene: Scene) =>
  ici(scene, async (tx) => (await tx.execute(sql`select id, courriel, etat, motif from envois order by id`)) as unknown as Etat[])
const combien = async (scene: Scene) => Object.groupBy(await etats(scene), ({ etat }) => etat)

describe('R-090 · les courriels partent, chaque personne une fois', () => {
  test('deux cents, chacun sous son identifiant', async () => {
    const scene = await unePile(200)
    await partir(scene)
    expect(new Set(recus.map(({ a }) => a)).size).toBe(200)
    expect(recus.map(({ identifiant }) => identifiant)).toEqual((await etats(scene)).map(({ id }) => `${id}@sante.exemple.fr`))
    expect(new Set((await etats(scene)).map(({ etat }) => etat))).toEqual(new Set(['parti']))
  })

  test('deux processus à la fois n’écrivent pas deux fois', async () => {
    const scene = await unePile(30)
    await Promise.all([partir(scene), partir(scene), partir(scene)])
    expect(new Set(recus.map(({ a }) => a)).size).toBe(30)
    expect(recus).toHaveLength(30)
    // one after the other: the pace that the mail provider allows is that of all of them
    expect(aLaFois.plus).toBe(1)
  })

  test('un envoi plus long que ce que la file attend passe le relais, et le suivant le finit', async () => {
    const scene = await unePile(30)
    const lente: Redacteur = async (tx, envoi) => {
      await new Promise((fini) => setTimeout(fini, 20))
      return rediger(tx, envoi)
    }
    await partir(scene, port, tousLesRedacteurs(lente), 100)
    const partis = recus.length
    expect(partis).toBeGreaterThan(0)
    expect(partis).toBeLessThan(30)
    expect((await combien(scene)).pret).toHaveLength(30 - partis)
    await partir(scene)
    expect(new Set(recus.map(({ a }) => a)).size).toBe(30)
    expect(recus).toHaveLength(30)
  })

  test('une adresse refusée se nomme, et les autres partent ; elle se renvoie quand une personne le dit', async () => {
    const scene = await unePile(3)
    aRefuser = (adresse) => (adresse === 'personne1@exemple.fr' ? 550 : null)
    await partir(scene)
    const { refuse, parti } = await combien(scene)
    expect(parti).toHaveLength(2)
    expect(refuse).toMatchObject([{ courriel: 'personne1@exemple.fr', motif: expect.stringContaining('boîte inconnue') }])
    aRefuser = () => null
    // the wrong address is corrected in the directory: the letter leaves again for the right one
    await ici(scene, (tx) => tx.execute(sql`update personnes set courriel = 'Juste@exemple.fr'`))
    reussi(await renvoyer(scene, { id: refuse![0]!.id }))
    await partir(scene)
    expect((await combien(scene)).parti).toHaveLength(3)
    expect(recus.at(-1)).toMatchObject({ a: 'juste@exemple.fr' })
    expect(await renvoyer(scene, { id: refuse![0]!.id })).toMatchObject({ raison: 'envoi_en_cours' })
  })

  test('un serveur de courrier absent ne perd rien et n’accuse personne : tout repart quand il revient', async () => {
    const scene = await unePile(3)
    await expect(partir(scene, 1)).rejects.toThrow()
    expect((await combien(scene)).pret).toHaveLength(3)
    await partir(scene)
    expect((await combien(scene)).parti).toHaveLength(3)
  })

  test('une lettre trouvée en vol est un doute : elle se nomme et ne repart pas d’elle-même', async () => {
    const scene = await unePile(3)
    const [premiere] = await etats(scene)
    await ici(scene, (tx) => tx.execute(sql`update envois set etat = 'en_vol' where id = ${premiere!.id}`))
    await partir(scene)
    expect(recus).toHaveLength(2)
    expect((await combien(scene)).doute).toMatchObject([{ courriel: premiere!.courriel }])
  })

  test('une lettre qui n’a plus d’objet quitte la liste', async () => {
    const scene = await unePile(2)
    await partir(scene, port, {
      ...redacteurs,
      invitation: async (tx, envoi) => (envoi.courriel.startsWith('personne0') ? null : rediger(tx, envoi))
    })
    expect(await etats(scene)).toMatchObject([{ courriel: 'personne1@exemple.fr', etat: 'parti' }])
  })
})

test('R-090 · vingt fois tué net en plein envoi : personne deux fois, personne oublié, sauf celui en doute, nommé', async () => {
  const scene = await unePile(200)
  const { collectiviteId } = scene.perimetre
  let tues = 0
  for (let tour = 0; tour < 60 && tues < 20; tour++) {
    const avant = recus.length
    const enfant = spawn(
      process.execPath,
      [...NODE_FLAGS, 'tests/envois/distribuer.ts', essai.adresse('application'), String(port), collectiviteId],
      {
        stdio: 'ignore'
      }
    )
    const fini = new Promise<void>((resolve) => enfant.on('exit', () => resolve()))
    // killed after it sent a few more, at no chosen moment of a letter
    const assez = avant + 2 + (tour % 7)
    while (recus.length < assez && enfant.exitCode === null) await new Promise((suite) => setTimeout(suite, 1 + (tour % 3)))
    if (enfant.exitCode === null && enfant.kill('SIGKILL')) tues++
    await fini
  }
  expect(tues).toBe(20)
  await partir(scene)
  const fois = Object.groupBy(recus, ({ a }) => a)
  for (const [adresse, lettres] of Object.entries(fois)) expect(lettres, adresse).toHaveLength(1)
  const { parti = [], doute = [], pret = [], en_vol = [] } = await combien(scene)
  expect([pret, en_vol]).toEqual([[], []])
  expect(parti.length + doute.length).toBe(200)
  expect(doute.length).toBeLessThanOrEqual(20)
  // whoever is not in doubt has the letter; whoever is may have it
  for (const { courriel } of parti) expect(fois[courriel], courriel).toHaveLength(1)
}, 180_000)
