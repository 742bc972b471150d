import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONSEQUENCES } from '#src/consequences.server.ts'
import { brancherConsequences } from '#platform/commande.server.ts'
import { lireBoite, ouvrirCourrier, type Courrier } from '#platform/courrier.server.ts'
import { readSettings } from '#platform/env.server.ts'
import { demarrerTravaux, installerTravaux } from '#platform/jobs.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { baseDeTest } from '#tests/base.ts'
import { creerCompte, demanderConnexion, inviterMembre, ouvrirSession } from './commands.server.ts'
import { unTerritoire } from './fixtures.server.ts'
import { travauxDesComptes } from './jobs.server.ts'

const essai = baseDeTest()
const lettres: string[] = []
let serveur: SMTPServer
let arreter: () => Promise<void>
let courrier: Courrier

beforeAll(async () => {
  serveur = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disabledCommands: ['STARTTLS'],
    onData(flux, _, fini) {
      let lettre = ''
      flux.on('data', (bout: Buffer) => (lettre += bout))
      flux.on('end', () => {
        lettres.push(lettre.replace(/=\r\n/g, '').replace(/=3D/g, '='))
        fini()
      })
    }
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const { port } = serveur.server.address() as { port: number }
  await installerTravaux(essai.adresse('proprietaire'))
  brancherConsequences(CONSEQUENCES)
  courrier = ouvrirCourrier(
    readSettings({ SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(port), SMTP_EXPEDITEUR: 'Tisserand <essai@exemple.fr>' })
  )
  arreter = await demarrerTravaux(
    essai.adresse('application'),
    travauxDesComptes(essai.base().db, courrier, 'https://sante.exemple.fr')
  )
}, 60_000)
afterAll(async () => {
  await arreter()
  courrier.fermer()
  await new Promise<void>((fini) => serveur.close(() => fini()))
})

const attendre = async (combien: number) => {
  for (let tour = 0; tour < 100 && lettres.length < combien; tour++) await new Promise((suite) => setTimeout(suite, 200))
  expect(lettres.length).toBe(combien)
  return lettres.at(-1)!
}

test('le lien pour entrer part par SMTP, et ouvre une session', async () => {
  const { db } = essai.base()
  await creerCompte({ db, acteur: SYSTEME }, { courriel: 'camille@exemple.fr' })
  expect(await demanderConnexion({ db, acteur: SYSTEME }, { courriel: 'camille@exemple.fr' })).toMatchObject({ ok: true })
  const lettre = await attendre(1)
  expect(lettre).toContain('To: camille@exemple.fr')
  const jeton = /sante\.exemple\.fr\/connexion\/([\w-]{43})/.exec(lettre)?.[1]
  expect(await ouvrirSession({ db, acteur: SYSTEME }, { jeton: jeton! })).toMatchObject({ ok: true })
}, 30_000)

test('un geste annulé n’envoie rien, un geste accompli envoie une fois', async () => {
  const { db } = essai.base()
  const avant = lettres.length
  await essai.annule(async (tx) => inviterMembre(await unTerritoire(tx), { courriel: 'jamais@exemple.fr', role: 'lecteur' }))
  await inviterMembre(await unTerritoire(db), { courriel: 'oui@exemple.fr', role: 'lecteur' })
  const lettre = await attendre(avant + 1)
  expect(lettre).toContain('To: oui@exemple.fr')
}, 30_000)

test('sans serveur de courrier, la lettre se dépose dans le dossier', async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'tisserand-courrier-'))
  courrier = ouvrirCourrier(readSettings({ TISSERAND_DONNEES: dossier }))
  await courrier.envoyer({ a: 'elu@exemple.fr', objet: 'Été', texte: 'Bonjour', html: '<p>Bonjour</p>' })
  expect(await lireBoite(courrier.boite!)).toMatchObject([{ a: 'elu@exemple.fr', objet: 'Été' }])
  await rm(dossier, { recursive: true, force: true })
})
