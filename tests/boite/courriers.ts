import { AGENDAS, type Dite } from './agendas.ts'

const crlf = (lignes: readonly string[]) => lignes.join('\r\n')
const base64 = (texte: string) => Buffer.from(texte).toString('base64').replace(/.{76}/g, '$&\r\n')
let numero = 0
const nouveau = () => `essai-${++numero}-${Math.random().toString(36).slice(2)}@exemple.fr`

type Enveloppe = { de?: string; a?: string; entetes?: string[]; identifiant?: string; methode?: 'REPLY' | 'COUNTER' }

/** The letter by which a calendar program answers: the same words in text and as a calendar, which it writes in its own way. */
export function reponseDAgenda(
  programme: keyof typeof AGENDAS,
  dite: Dite,
  { de, a = 'sante@exemple.fr', entetes = [], identifiant = nouveau(), methode = 'REPLY' }: Enveloppe = {}
): string {
  const calendrier = AGENDAS[programme](dite).replace('METHOD:REPLY', `METHOD:${methode}`)
  const tete = [
    `From: =?UTF-8?Q?Lou_P=C3=A9tit?= <${de ?? dite.courriel}>`,
    `To: <${a}>`,
    `Subject: =?UTF-8?B?${Buffer.from('Accepté : Groupe « Accès aux soins »').toString('base64')}?=`,
    `Message-ID: <${identifiant}>`,
    'Date: Sun, 22 Nov 2026 11:15:00 +0100',
    'MIME-Version: 1.0',
    ...entetes
  ]
  // Exchange sends the calendar alone beside its text; Google adds it again as a file
  if (programme === 'outlook')
    return crlf([
      ...tete,
      'Content-Type: multipart/alternative; boundary="_000_abc_"',
      'X-MS-Has-Attach:',
      '',
      '--_000_abc_',
      'Content-Type: text/plain; charset="iso-8859-1"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=C0 bient=F4t',
      '--_000_abc_',
      `Content-Type: text/calendar; charset="utf-8"; method=${methode}`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(calendrier),
      '',
      '--_000_abc_--',
      ''
    ])
  if (programme === 'google')
    return crlf([
      ...tete,
      'Sender: Google Calendar <calendar-notification@google.com>',
      'Auto-Submitted: auto-generated',
      'Content-Type: multipart/mixed; boundary="0000"',
      '',
      '--0000',
      'Content-Type: multipart/alternative; boundary="0001"',
      '',
      '--0001',
      'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      'Content-Transfer-Encoding: base64',
      '',
      base64('Lou Petit a accepté cette invitation.'),
      '--0001',
      `Content-Type: text/calendar; charset="UTF-8"; method=${methode}`,
      'Content-Transfer-Encoding: 8bit',
      '',
      calendrier,
      '--0001--',
      '--0000',
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
      'Content-Transfer-Encoding: base64',
      '',
      base64(calendrier),
      '--0000--',
      ''
    ])
  return crlf([
    ...tete,
    'Content-Type: multipart/mixed; boundary="------------abc"',
    '',
    'This is a multi-part message in MIME format.',
    '--------------abc',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Lou Petit a accepté votre invitation à l’évènement.',
    '--------------abc',
    `Content-Type: text/calendar; method=${methode}; charset=UTF-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    calendrier,
    '--------------abc--',
    ''
  ])
}

type Rendu = {
  courriel: string
  action?: 'failed' | 'delayed' | 'relayed'
  statut?: string
  diagnostic?: string
  lettre?: string | null
  identifiant?: string
}

/** What a mail server sends back (RFC 3464), with the headers of the letter unless it gives nothing back. */
export function retour({
  courriel,
  action = 'failed',
  statut = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 User unknown',
  lettre = null,
  identifiant = nouveau()
}: Rendu): string {
  return crlf([
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.exemple.fr (Mail Delivery System)',
    'To: sante@exemple.fr',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${identifiant}>`,
    'Date: Sun, 22 Nov 2026 11:15:00 +0100',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4F1.1700/mx.exemple.fr"',
    '',
    '--4F1.1700/mx.exemple.fr',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.exemple.fr.',
    '',
    '--4F1.1700/mx.exemple.fr',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.exemple.fr',
    'X-Postfix-Sender: rfc822; sante@exemple.fr',
    'Arrival-Date: Sun, 22 Nov 2026 11:14:59 +0100 (CET)',
    '',
    `Final-Recipient: rfc822; ${courriel}`,
    `Original-Recipient: rfc822;${courriel}`,
    `Action: ${action}`,
    `Status: ${statut}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    ...(lettre
      ? [
          '--4F1.1700/mx.exemple.fr',
          'Content-Description: Undelivered Message Headers',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: <${lettre}>`,
          'From: Tisserand <ne-pas-repondre@exemple.fr>',
          `To: ${courriel}`,
          'Subject: Invitation',
          ''
        ]
      : []),
    '--4F1.1700/mx.exemple.fr--',
    ''
  ])
}

/** Words that a person, or a program in her absence, writes in answer to a letter. */
export const mots = (de: string, lettre: string | null, entetes: string[] = [], texte = 'Je ne sais pas encore.'): string =>
  crlf([
    `From: ${de}`,
    'To: sante@exemple.fr',
    'Subject: Re: Invitation',
    `Message-ID: <${nouveau()}>`,
    'Date: Sun, 22 Nov 2026 11:15:00 +0100',
    ...(lettre ? [`In-Reply-To: <${lettre}>`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...entetes,
    '',
    texte,
    ''
  ])

/** What breaks a reader that trusts what it is given. */
export const ABIMES: string[] = [
  '',
  '\0\0\0',
  'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x',
  `From: ${'a'.repeat(5_000)}\r\nSubject: =?utf-8?b?////?=\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:hier`,
  `Content-Type: ${'multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: '.repeat(300)}text/plain`,
  'From: a@b.fr\r\nContent-Type: text/plain; charset=nimporte\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!é!!!',
  'From: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n\0:\0\r\n--x--'
]
