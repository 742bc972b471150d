/** What a person answers from her calendar, whatever the program. */
export type Dite = {
  uid: string
  version?: number
  courriel: string
  nom?: string
  participation?: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED'
  /** « 20261122T101500Z » */
  ecriteLe?: string
  organisateur?: string
  /** further parameters of the attendee, « ;DELEGATED-TO="mailto:…" » */
  parametres?: string
  /** further lines of the event */
  autres?: string[]
}

const defauts = {
  version: 0,
  nom: 'Lou Petit',
  participation: 'ACCEPTED',
  ecriteLe: '20261122T101500Z',
  organisateur: 'sante@exemple.fr',
  parametres: '',
  autres: []
}
const crlf = (lignes: readonly string[]) => `${lignes.join('\r\n')}\r\n`

/** The calendar of the answer, as each program writes it. */
export const AGENDAS: Record<'thunderbird' | 'outlook' | 'google' | 'apple', (dite: Dite) => string> = {
  thunderbird: (dite) => {
    const d = { ...defauts, ...dite }
    return crlf([
      'BEGIN:VCALENDAR',
      'PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
      'VERSION:2.0',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      'CREATED:20261122T100000Z',
      `LAST-MODIFIED:${d.ecriteLe}`,
      `DTSTAMP:${d.ecriteLe}`,
      `UID:${d.uid}`,
      'SUMMARY:Groupe « Accès aux soins »',
      `ORGANIZER;CN=Ville de Cergy:mailto:${d.organisateur}`,
      `ATTENDEE;CN=${d.nom};PARTSTAT=${d.participation};ROLE=REQ-PARTICIPANT${d.parametres}:mailto:`,
      ` ${d.courriel}`,
      'DTSTART:20301209T130000Z',
      'DTEND:20301209T150000Z',
      ...(d.version > 0 ? [`SEQUENCE:${d.version}`] : []),
      'TRANSP:OPAQUE',
      ...d.autres,
      'END:VEVENT',
      'END:VCALENDAR'
    ])
  },
  outlook: (dite) => {
    const d = { ...defauts, ...dite }
    return crlf([
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'PRODID:Microsoft Exchange Server 2010',
      'VERSION:2.0',
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      `ATTENDEE;PARTSTAT=${d.participation};CN=${d.nom}${d.parametres}:MAILTO:${d.courriel}`,
      'COMMENT;LANGUAGE=fr-FR:À bientôt\\n',
      `UID:${d.uid}`,
      'SUMMARY;LANGUAGE=fr-FR:Accepté : Groupe « Accès aux soins »',
      'DTSTART;TZID=Romance Standard Time:20301209T140000',
      'DTEND;TZID=Romance Standard Time:20301209T160000',
      'CLASS:PUBLIC',
      'PRIORITY:5',
      `DTSTAMP:${d.ecriteLe}`,
      'TRANSP:OPAQUE',
      'STATUS:CONFIRMED',
      `SEQUENCE:${d.version}`,
      'LOCATION;LANGUAGE=fr-FR:Mairie',
      'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      ...d.autres,
      'END:VEVENT',
      'END:VCALENDAR'
    ])
  },
  google: (dite) => {
    const d = { ...defauts, ...dite }
    return crlf([
      'BEGIN:VCALENDAR',
      'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      'DTSTART:20301209T130000Z',
      'DTEND:20301209T150000Z',
      `DTSTAMP:${d.ecriteLe}`,
      `ORGANIZER;CN=Ville de Cergy:mailto:${d.organisateur}`,
      `UID:${d.uid}`,
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${d.participation};CN=`,
      ` ${d.nom};X-NUM-GUESTS=0${d.parametres}:mailto:${d.courriel}`,
      'X-GOOGLE-CONFERENCE:https://meet.exemple.fr/abc',
      'CREATED:20261122T100000Z',
      'DESCRIPTION:La CPTS se présente',
      `LAST-MODIFIED:${d.ecriteLe}`,
      'LOCATION:Mairie',
      `SEQUENCE:${d.version}`,
      'STATUS:CONFIRMED',
      'SUMMARY:Groupe « Accès aux soins »',
      'TRANSP:OPAQUE',
      ...d.autres,
      'END:VEVENT',
      'END:VCALENDAR'
    ])
  },
  apple: (dite) => {
    const d = { ...defauts, ...dite }
    return crlf([
      'BEGIN:VCALENDAR',
      'CALSCALE:GREGORIAN',
      'VERSION:2.0',
      'METHOD:REPLY',
      'PRODID:-//Apple Inc.//iOS 18.1//EN',
      'BEGIN:VEVENT',
      `ATTENDEE;CN="${d.nom}";CUTYPE=INDIVIDUAL;EMAIL="${d.courriel}";PARTSTAT=${d.participation}${d.parametres}:mailto:${d.courriel}`,
      'DTEND:20301209T150000Z',
      `LAST-MODIFIED:${d.ecriteLe}`,
      `UID:${d.uid}`,
      `DTSTAMP:${d.ecriteLe}`,
      'DTSTART:20301209T130000Z',
      `SEQUENCE:${d.version}`,
      'SUMMARY:Groupe « Accès aux soins »',
      `ORGANIZER;CN="Ville de Cergy";EMAIL="${d.organisateur}":mailto:${d.organisateur}`,
      ...d.autres,
      'END:VEVENT',
      'END:VCALENDAR'
    ])
  }
}

export const PROGRAMMES = Object.keys(AGENDAS) as (keyof typeof AGENDAS)[]
