import { ImapFlow } from 'imapflow'
import { log } from './log.server.ts'

export type Chiffrement = 'tls' | 'starttls' | 'aucun'
/** How to open a mailbox. */
export type ReglagesDeBoite = {
  hote: string
  port: number
  chiffrement: Chiffrement
  compte: string
  motDePasse: string
  dossier: string
}

/** Why a mailbox does not open, or closes in the middle. */
export type FauteDeBoite =
  'nom_introuvable' | 'refusee' | 'sans_reponse' | 'certificat' | 'chiffrement' | 'mot_de_passe' | 'dossier' | 'coupee'

export class BoiteFermee extends Error {
  override name = 'BoiteFermee'
  readonly faute: FauteDeBoite
  constructor(faute: FauteDeBoite, cause: unknown) {
    super(`mailbox: ${faute}`, { cause })
    this.faute = faute
  }
}

/** A message as the mailbox gives it: its bytes, the first ones only when it is very long. */
export type MessageBrut = { uid: number; recuLe: Date; octets: Uint8Array }

/** An open mailbox. Its messages are read, never marked, moved or erased. */
export type BoiteOuverte = {
  /** as long as it stays the same, a message keeps its number */
  uidValidite: string
  /** the number that the next message will have */
  uidSuivant: number
  messages: number
  /** the numbers from one on, or of what arrived since a day, in order */
  numeros(depuis: { uid: number } | { jour: Date }): Promise<number[]>
  /** null when it went away meanwhile */
  message(uid: number): Promise<MessageBrut | null>
}

/** An answer of a calendar, or a bounce, says all that is read of it in its first bytes. */
const OCTETS_LUS = 1_000_000

/** Opens a mailbox for reading, does something with it and closes it. Throws BoiteFermee. */
export async function dansLaBoite<T>(reglages: ReglagesDeBoite, faire: (boite: BoiteOuverte) => Promise<T>): Promise<T> {
  const { hote, port, chiffrement, compte, motDePasse, dossier } = reglages
  const client = new ImapFlow({
    host: hote,
    port,
    secure: chiffrement === 'tls',
    // asked for, it is required; never taken because a server that could be anyone offers it
    doSTARTTLS: chiffrement === 'starttls',
    auth: { user: compte, pass: motDePasse },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000
  })
  // a connection lost between two commands is an event; the next command fails by itself
  client.on('error', (error: unknown) => log().debug({ error }, 'mailbox connection'))
  let rang: 'connexion' | 'dossier' | 'lecture' = 'connexion'
  const sauf = async <R>(demande: Promise<R>): Promise<R> => {
    try {
      return await demande
    } catch (error) {
      throw new BoiteFermee(fauteDe(error, rang), error)
    }
  }
  try {
    await sauf(client.connect())
    rang = 'dossier'
    const ouverte = await sauf(client.mailboxOpen(dossier, { readOnly: true }))
    rang = 'lecture'
    return await faire({
      uidValidite: String(ouverte.uidValidity),
      uidSuivant: ouverte.uidNext,
      messages: ouverte.exists,
      numeros: async (depuis) => {
        const voulus = 'uid' in depuis ? { uid: `${depuis.uid}:*` } : { since: depuis.jour }
        const lus = (await sauf(client.search(voulus, { uid: true }))) || []
        // « 12:* » also answers the last one when it is before the twelfth
        return lus.filter((uid) => !('uid' in depuis) || uid >= depuis.uid).toSorted((a, b) => a - b)
      },
      message: async (uid) => {
        const demande = { uid: true, internalDate: true, source: { start: 0, maxLength: OCTETS_LUS } }
        const lu = await sauf(client.fetchOne(String(uid), demande, { uid: true }))
        if (!lu || !lu.source) return null
        return { uid, recuLe: new Date(lu.internalDate ?? Date.now()), octets: lu.source }
      }
    })
  } finally {
    // a server that does not answer the farewell keeps nobody waiting
    await Promise.race([client.logout(), new Promise((fini) => setTimeout(fini, 2_000).unref())]).catch(() => {})
    client.close()
  }
}

const DU_CERTIFICAT = /^(?:ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_SSL_.*CERT)/
const DU_RESEAU: Record<string, FauteDeBoite> = {
  ENOTFOUND: 'nom_introuvable',
  EAI_AGAIN: 'nom_introuvable',
  ECONNREFUSED: 'refusee',
  ETIMEDOUT: 'sans_reponse',
  CONNECT_TIMEOUT: 'sans_reponse',
  GREETING_TIMEOUT: 'sans_reponse',
  EHOSTUNREACH: 'sans_reponse',
  ENETUNREACH: 'sans_reponse',
  EPROTO: 'chiffrement'
}

/** What a failure of the client says of the mailbox. */
function fauteDe(error: unknown, rang: 'connexion' | 'dossier' | 'lecture'): FauteDeBoite {
  const {
    code = '',
    authenticationFailed,
    tlsFailed,
    responseStatus
  } = error as {
    code?: string
    authenticationFailed?: boolean
    tlsFailed?: boolean
    responseStatus?: string
  }
  if (authenticationFailed) return 'mot_de_passe'
  if (DU_CERTIFICAT.test(code)) return 'certificat'
  if (DU_RESEAU[code]) return DU_RESEAU[code]
  if (tlsFailed || /^ERR_(?:SSL|TLS)/.test(code)) return 'chiffrement'
  if (rang === 'dossier' && responseStatus) return 'dossier'
  return rang === 'connexion' ? 'sans_reponse' : 'coupee'
}
