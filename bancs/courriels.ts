import { Agent, request } from 'node:http'
import { createTransport } from 'nodemailer'
import { sql } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import type { Perimetre } from '../src/platform/acteur.ts'
import { SYSTEME } from '../src/platform/acteur.ts'
import { reussi } from '../src/platform/commande.server.ts'
import type { Db } from '../src/platform/db.server.ts'
import { emettreJeton, inviterMembre } from '../src/domaines/comptes/commands.server.ts'
import { creerInstance } from '../src/domaines/instances/commands/instances.server.ts'
import { prevoirSeance } from '../src/domaines/instances/commands/seances.server.ts'

type Lettre = { a: string; brut: string }

/** A mail server of this machine that takes everything and keeps it. `env` is what Tisserand needs to know of it. */
export async function ouvrirFacteur() {
  const lettres: Lettre[] = []
  let guet: (() => void) | null = null
  const serveur = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(flux, { envelope }, fini) {
      let brut = ''
      flux.on('data', (bout: Buffer) => (brut += bout))
      flux.on('end', () => {
        lettres.push({ a: envelope.rcptTo[0]!.address, brut })
        guet?.()
        fini()
      })
    }
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const { port } = serveur.server.address() as { port: number }
  return {
    lettres,
    port,
    env: { SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(port), COURRIELS_PAR_MINUTE: '60000' },
    /** Resolves when so many letters have come in all. */
    attendre: (combien: number) =>
      new Promise<void>((venues) => {
        guet = () => lettres.length >= combien && venues()
        guet()
      }),
    fermer: () => new Promise<void>((fini) => serveur.close(() => fini()))
  }
}
type Facteur = Awaited<ReturnType<typeof ouvrirFacteur>>

/** So many people with an address, a group and its meeting, and who coordinates; answers the path of the meeting and her session. */
async function preparerSeance(db: Db, perimetre: Perimetre, combien: number) {
  const appel = { db, perimetre, acteur: SYSTEME }
  const { collectiviteId } = perimetre
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    await tx.execute(sql`insert into personnes (collectivite_id, id, nom, cle_nom, courriel, cree_le)
      select ${collectiviteId}, gen_random_uuid(), 'Invitée ' || n, 'invitee ' || n, 'invitee' || n || '@exemple.fr', now() from generate_series(1, ${combien}::int) n`)
  })
  const { id: instance } = reussi(await creerInstance(appel, { nom: 'Groupe du banc', nature: 'groupe' }))
  const dit = { instanceId: instance, jour: '2035-12-09', heure: '14 h', duree: '2 h', lieu: 'Espace Santé' }
  const { id: seance } = reussi(await prevoirSeance(appel, dit))
  const membre = { courriel: 'courriels@exemple.fr', role: 'coordination', demonstration: true, prevenir: false } as const
  const { compteId } = reussi(await inviterMembre(appel, membre))
  const session = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'session', compteId))
  return { chemin: `/instances/${instance}/seances/${seance}`, session }
}

/** From the press of the button to the last letter in the hands of the mail server, in seconds: the server that answers also sends. */
async function inviter(page: string, session: string, facteur: Facteur, combien: number): Promise<number> {
  const attendues = facteur.lettres.length + combien
  const debut = performance.now()
  const envoi = await fetch(`${page}?/convoquer`, {
    method: 'POST',
    body: new URLSearchParams({ choix: 'tous' }),
    headers: { cookie: `session=${session}`, origin: new URL(page).origin, accept: 'text/html' },
    redirect: 'manual'
  })
  if (envoi.status !== 303) throw new Error(`the invitations were not asked for: ${envoi.status}`)
  await facteur.attendre(attendues)
  return (performance.now() - debut) / 1000
}

/** The same letters, already written, handed over one after the other by nodemailer alone: the peer. */
async function remettreNues({ lettres, port }: Facteur): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: 1 })
  const ecrites = [...lettres]
  const debut = performance.now()
  for (const { a, brut } of ecrites) await transport.sendMail({ envelope: { from: 'banc@exemple.fr', to: a }, raw: brut })
  const duree = (performance.now() - debut) / 1000
  transport.close()
  return duree
}

/** The secret of each link that the letters gave. */
const jetonsDe = (lettres: readonly Lettre[]): string[] =>
  lettres.flatMap(({ brut }) => /\/invitation\/([\w-]{43})/.exec(brut.replace(/=\r\n/g, ''))?.[1] ?? [])

/**
 * Answers by links, or opens them, so many at a time during so many seconds; how many a second. Each answers from a machine of her own:
 * who insists from one is told to wait.
 */
async function parLiens(
  adresse: string,
  jetons: readonly string[],
  verbe: 'GET' | 'POST',
  clients: number,
  secondes: number
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const { origin } = new URL(adresse)
  const corps = verbe === 'POST' ? 'reponse=vient&remplacant=' : ''
  let rang = 0
  const une = () =>
    new Promise<boolean>((fini) => {
      const n = rang++
      const chemin = `/invitation/${jetons[n % jetons.length]}${verbe === 'POST' ? '?/repondre' : ''}`
      const headers = {
        origin,
        accept: 'text/html',
        'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
        ...(corps ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(corps.length) } : {})
      }
      request(`${adresse}${chemin}`, { agent, method: verbe, headers }, (reponse) => {
        reponse.resume()
        reponse.on('end', () => fini(reponse.statusCode === (verbe === 'POST' ? 303 : 200)))
      })
        .on('error', () => fini(false))
        .end(corps)
    })
  const pendant = async (duree: number) => {
    let faites = 0
    let fautes = 0
    const fin = performance.now() + duree * 1000
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < fin) {
          if (await une()) faites++
          else fautes++
        }
      })
    )
    if (fautes > 0) throw new Error(`${fautes} errors by links`)
    return faites
  }
  await pendant(1)
  const faites = await pendant(secondes)
  agent.destroy()
  return faites / secondes
}

const INVITEES = 200

/** What two hundred invitations take from the act to the last letter, and how many answers come by their links, each beside its peer. */
export async function mesurerCourriels(
  db: Db,
  { slug, perimetre }: { slug: string; perimetre: Perimetre },
  adresse: string,
  facteur: Facteur
): Promise<[banc: string, mesure: string, repere: string, tenu: boolean][]> {
  const { chemin, session } = await preparerSeance(db, perimetre, INVITEES)
  const invitees = await inviter(`${adresse}/${slug}${chemin}`, session, facteur, INVITEES)
  const jetons = jetonsDe(facteur.lettres)
  const nues = await remettreNues(facteur)
  const ouvertes = await parLiens(adresse, jetons, 'GET', 16, 4)
  const repondues = await parLiens(adresse, jetons, 'POST', 16, 4)
  return [
    [
      `${INVITEES} invitations écrites, mises en file et remises`,
      `${invitees.toFixed(2)} s de l’envoi à la dernière`,
      `moins de 5 s ; les mêmes, déjà écrites, par nodemailer seul : ${nues.toFixed(2)} s`,
      invitees < 5
    ],
    [
      'réponses par lien, toutes à une même séance',
      `${repondues.toFixed(0)} réponses/s`,
      `la page de l’invitation en donne ${ouvertes.toFixed(0)}/s ; au moins une réponse pour quatre pages`,
      repondues * 4 >= ouvertes
    ]
  ]
}
