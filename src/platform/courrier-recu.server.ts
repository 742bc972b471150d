import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { propre } from './texte.ts'

/** A letter that came back, or that answers one: what is read of it, and nothing more. */
export type CourrierRecu = {
  /** its Message-ID, or a hash of its bytes when it has none */
  identifiant: string
  de: { nom: string | null; courriel: string } | null
  objet: string
  recuLe: Date
  /** written by a machine: an absence, a notice */
  automatique: boolean
  /** the mail server that received it says that its author is not who it says, or that it came from elsewhere and nothing vouches for it */
  douteux: boolean
  /** a calendar that answers (METHOD:REPLY), or proposes another time (METHOD:COUNTER) */
  agenda: string | null
  /** the Message-IDs that it names, without brackets: what it answers, and what it gives back */
  nomme: string[]
  /** what a mail server reports of a letter (RFC 3464), as it wrote it */
  rapport: string | null
  /** what a mail server says when it writes no report: the first words */
  deLaPoste: string | null
}

/** Reads a message, whatever it is made of. Throws when nothing can be read. */
export async function lireCourrier(octets: Uint8Array, recuLe: Date): Promise<CourrierRecu> {
  const lu = await PostalMime.parse(octets, { forceRfc822Attachments: true, attachmentEncoding: 'utf8', maxNestingDepth: 40 })
  const entete = (nom: string) => lu.headers.find(({ key }) => key === nom)?.value ?? ''
  const parts = (...types: string[]) =>
    lu.attachments.filter(({ mimeType }) => types.includes(mimeType)).map(({ content }) => String(content).replaceAll('\0', ''))
  const calendrier = lu.attachments.find(
    ({ mimeType, method }) =>
      (mimeType === 'text/calendar' || mimeType === 'application/ics') && /^(reply|counter)$/i.test(method ?? 'reply')
  )
  const de = adresseDe(lu.from)
  const rapport = parts('message/delivery-status', 'message/global-delivery-status').join('\n\n') || null
  const rendus = parts('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers')
  const deLaPoste = estDeLaPoste(lu, de?.courriel ?? '') ? (lu.text ?? '').slice(0, 20_000).replaceAll('\0', '') : null
  return {
    identifiant: sansCrochets(lu.messageId ?? '') || createHash('sha256').update(octets).digest('hex'),
    de,
    objet: propre(lu.subject ?? '').slice(0, 300),
    recuLe,
    automatique:
      !/^(?:no)?$/i.test(entete('auto-submitted').split(';')[0]!.trim()) ||
      /auto.?reply/i.test(entete('precedence')) ||
      lu.headers.some(({ key }) => key === 'x-autoreply' || key === 'x-autorespond'),
    douteux: estDouteux(entete('authentication-results')),
    agenda: calendrier ? String(calendrier.content) : null,
    nomme: [lu.inReplyTo ?? '', lu.references ?? '', entete('original-message-id'), ...rendus, deLaPoste ?? ''].flatMap(nommes),
    rapport: rapport ?? (/multipart\/report/i.test(entete('content-type')) ? '' : null),
    deLaPoste
  }
}

/** As the server that received it judged; a letter that was forwarded fails SPF, and its signature vouches for it (RFC 7489). */
const estDouteux = (verdict: string): boolean =>
  /\bdmarc=fail\b/i.test(verdict) || (/\bspf=fail\b/i.test(verdict) && !/\b(?:dmarc|dkim)=pass\b/i.test(verdict))

const sansCrochets = (texte: string) => propre(texte).replace(/^<|>$/g, '').slice(0, 300)

/** What looks like a Message-ID in a text. */
const nommes = (texte: string): string[] => texte.slice(0, 50_000).match(/[\w.+-]{8,}@[\w.-]+/g) ?? []

function adresseDe(de: Address | undefined): CourrierRecu['de'] {
  const seule = de?.group ? de.group[0] : de
  if (!seule?.address) return null
  return { nom: propre(seule.name).slice(0, 200) || null, courriel: propre(seule.address).toLowerCase().slice(0, 320) }
}

/** Whether a mail server wrote it: it has no address to answer, or one of those that all of them have. */
const estDeLaPoste = ({ headers }: Email, de: string): boolean =>
  /^(?:mailer-daemon|postmaster|mail-daemon|double-bounce)@/i.test(de) || headers.some(({ key }) => key === 'x-failed-recipients')
