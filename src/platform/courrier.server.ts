import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import type { Settings } from './env.server.ts'
import { nouvelId } from './ids.ts'

/**
 * A letter. `identifiant` (a Message-ID without its brackets) stays the same if it must be sent again; `agenda` is a calendar entry that
 * mail programs recognise.
 */
export type Message = {
  a: string
  objet: string
  texte: string
  html: string
  identifiant?: string
  repondreA?: string
  entetes?: Record<string, string>
  agenda?: { methode: 'PUBLISH' | 'REQUEST' | 'CANCEL'; contenu: string }
  /** where a refusal should come back, when the sender's domain allows it */
  retour?: string
}

/**
 * Sends mail by SMTP when a server is named, to the outbox folder otherwise. `fermer` lets the connection go. A failure says as `remise` whether the
 * whole letter had been given.
 */
export type Courrier = { envoyer(message: Message): Promise<void>; boite: string | null; fermer(): void }

export function ouvrirCourrier(
  settings: Pick<Settings, 'SMTP_HOTE' | 'SMTP_PORT' | 'SMTP_COMPTE' | 'SMTP_MOT_DE_PASSE' | 'SMTP_EXPEDITEUR' | 'dossier'>
): Courrier {
  const { SMTP_HOTE: host, SMTP_PORT: port, SMTP_COMPTE: user, SMTP_MOT_DE_PASSE: pass, SMTP_EXPEDITEUR: from } = settings
  const lettre = ({ a, objet, texte, html, identifiant, repondreA, entetes, agenda, retour }: Message) => ({
    from,
    to: a,
    ...(retour && retoursVus(from, retour) ? { envelope: { from: retour, to: a } } : {}),
    subject: objet,
    text: texte,
    html,
    ...(identifiant ? { messageId: `<${identifiant}>` } : {}),
    ...(repondreA ? { replyTo: repondreA } : {}),
    ...(entetes ? { headers: entetes } : {}),
    ...(agenda ? { icalEvent: { method: agenda.methode, content: agenda.contenu, filename: 'seance.ics' } } : {}),
    disableUrlAccess: true,
    disableFileAccess: true
  })
  if (host) {
    // told by the transport once the last byte of a letter was given: what fails after that may have arrived
    let remise = false
    const logger = Object.fromEntries(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((niveau) => [
        niveau,
        (dit: { tnx?: string } | null) => {
          if (dit?.tnx === 'message') remise = true
        }
      ])
    ) as never
    // one connection for many letters: opening one a letter costs more than the letter, and providers count them
    const transport = createTransport({
      pool: true,
      maxConnections: 1,
      logger,
      host,
      port,
      secure: port === 465,
      ...(user ? { auth: { user, pass: pass ?? '' } } : {})
    })
    return {
      boite: null,
      envoyer: async (message) => {
        remise = false
        try {
          await transport.sendMail(lettre(message))
        } catch (error) {
          Object.assign(error as Error, { remise })
          const { command, responseCode = 0 } = error as { command?: string; responseCode?: number }
          // a provider that lets nobody but its account take refusals back: nothing has left yet
          if (!message.retour || command !== 'MAIL FROM' || responseCode < 500) throw error
          const { retour: _, ...sansRetour } = message
          await transport.sendMail(lettre(sansRetour))
        }
      },
      fermer: () => transport.close()
    }
  }
  const boite = join(settings.dossier, 'courriels')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' }) as Transporter
  return {
    boite,
    fermer: () => {},
    async envoyer(message) {
      await mkdir(boite, { recursive: true })
      const { message: octets } = (await transport.sendMail(lettre(message))) as { message: Buffer }
      const nom = join(boite, `${nouvelId()}.eml`)
      // the index beside the letter spares the reader a MIME parser
      await writeFile(`${nom}.brouillon`, octets)
      await writeFile(nom.replace(/eml$/, 'json'), JSON.stringify({ ...message, quand: new Date().toISOString() }))
      await rename(`${nom}.brouillon`, nom)
    }
  }
}

/** The domain of « Tisserand <ne-pas-repondre@exemple.fr> ». */
const domaineDe = (adresse: string): string => /@([^\s<>@]+)>?\s*$/.exec(adresse)?.[1]?.toLowerCase() ?? ''

/** Whether the refusals of what this sender writes may come back to this address: another domain would have the letters taken for forged. */
export const retoursVus = (expediteur: string, adresse: string): boolean => domaineDe(expediteur) === domaineDe(adresse)

export type MessageDepose = Message & { quand: string }

/** What the outbox holds, the latest first, thirty at most. */
export async function lireBoite(boite: string): Promise<MessageDepose[]> {
  const noms = (await readdir(boite).catch(() => []))
    .filter((nom) => nom.endsWith('.json'))
    .toSorted()
    .toReversed()
    .slice(0, 30)
  return Promise.all(noms.map(async (nom) => JSON.parse(await readFile(join(boite, nom), 'utf8')) as MessageDepose))
}
