import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEvent
} from 'ical-generator'
import { instantDe } from '#platform/dates.ts'
import { decrireAuCalendrier, nommerFlux, titrerAuCalendrier } from '../libelles/agenda.ts'
import { direApercu } from '../libelles/invitations.ts'
import type { Flux } from '../queries/agenda.server.ts'
import type { Reponse } from '../schema.ts'
import type { InvitationLue } from '../schema/invitations.ts'

export type SeanceAuCalendrier = {
  id: string
  titre: string
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  version: number
  annulee: boolean
  description: string
  lien: string | null
  /** the domain of the installation, by which the entry keeps one name for ever */
  domaine: string
  /** who asks: the territory, and the address that answers reach */
  organisateur: { nom: string; courriel: string }
  modifieeLe: Date
  /** the one whose calendar may answer the organiser; without her it is told, and not asked */
  invite?: { nom: string; courriel: string; structure: boolean; reponse: Reponse | null }
}

/**
 * A meeting as a calendar entry (RFC 5545) that programs put in the agenda, move when its version grows, and take away when it is called
 * off. Where the territory has a mailbox it is a request (RFC 5546) that a calendar answers; elsewhere it is published, and the answer comes by
 * the link of the letter. Times are universal, so that no time zone must be known.
 */
export function composerAgenda(seance: SeanceAuCalendrier): { methode: 'PUBLISH' | 'REQUEST' | 'CANCEL'; contenu: string } {
  const methode = seance.annulee ? 'CANCEL' : seance.invite ? 'REQUEST' : 'PUBLISH'
  const calendrier = ical({ prodId: PRODUIT, method: ICalCalendarMethod[methode] })
  inscrire(calendrier, seance)
  return { methode, contenu: `${calendrier.toString()}\r\n` }
}

const PRODUIT = { company: 'Tisserand', product: 'Tisserand', language: 'FR' }

function inscrire(calendrier: ICalCalendar, seance: SeanceAuCalendrier): void {
  const debut = instantDe(seance.jour, seance.heure ?? '00:00')
  const evenement = calendrier.createEvent({
    id: `seance-${seance.id}@${seance.domaine}`,
    sequence: seance.version,
    stamp: seance.modifieeLe,
    lastModified: seance.modifieeLe,
    start: seance.heure ? debut : new Date(`${seance.jour}T00:00:00Z`),
    ...(seance.heure ? { end: new Date(debut.getTime() + seance.duree * 60_000) } : { allDay: true }),
    summary: seance.titre,
    description: seance.description,
    url: seance.lien,
    status: seance.annulee ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: seance.annulee ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: { name: seance.organisateur.nom, email: seance.organisateur.courriel },
    timezone: null
  })
  if (seance.lieu) evenement.location(seance.lieu)
  if (seance.invite) convier(evenement, seance.invite, seance.annulee)
}

/** What each answer is in a calendar: who sends someone does not come. */
const PARTICIPATION: Record<Reponse, ICalAttendeeStatus> = {
  vient: ICalAttendeeStatus.ACCEPTED,
  remplace: ICalAttendeeStatus.DECLINED,
  absent: ICalAttendeeStatus.DECLINED,
  lit: ICalAttendeeStatus.DECLINED
}

/** Nobody sees who else is invited: each request has one name. */
function convier(
  evenement: ICalEvent,
  { nom, courriel, structure, reponse }: NonNullable<SeanceAuCalendrier['invite']>,
  annulee: boolean
): void {
  evenement.createAttendee({
    name: nom,
    email: courriel,
    type: structure ? ICalAttendeeType.GROUP : ICalAttendeeType.INDIVIDUAL,
    role: ICalAttendeeRole.REQ,
    status: reponse ? PARTICIPATION[reponse] : ICalAttendeeStatus.NEEDSACTION,
    ...(annulee ? {} : { rsvp: true })
  })
}

/**
 * The same from an invitation: `lien` is its own address; `invite`, which of her addresses may answer by its calendar. The organizer is the mailbox
 * of the territory where it gives one, in the letter as in the file that the page offers: a program takes them for one event.
 */
export function agendaDeLInvitation(invitation: InvitationLue, lien: string, modifieeLe: Date, invite: string | null = null) {
  const domaine = new URL(lien).hostname
  return composerAgenda({
    ...invitation,
    id: invitation.seanceId,
    titre: invitation.instance,
    description: [invitation.objet, ...direApercu(invitation.points)].filter(Boolean).join('\n'),
    lien,
    domaine,
    organisateur: {
      nom: invitation.territoire,
      courriel: invitation.boite ?? invitation.coordination ?? `ne-pas-repondre@${domaine}`
    },
    modifieeLe,
    ...(invite !== null
      ? {
          invite: {
            nom: invitation.nom,
            courriel: invite,
            structure: invitation.structureId !== null,
            reponse: invitation.reponse
          }
        }
      : {})
  })
}

/**
 * The meetings that a subscription follows, as one calendar that programs read again from time to time. One that was called off stays, and
 * says so; one that moved says when it was. The same meetings give the same bytes. `adresse` is that of the installation.
 */
export function composerFlux(
  { territoire, slug, portee, nom, seances }: Flux,
  adresse: string
): { contenu: string; modifieLe: Date } {
  const calendrier = ical({
    prodId: PRODUIT,
    method: ICalCalendarMethod.PUBLISH,
    name: nommerFlux({ territoire, nom }),
    ttl: 3600
  })
  const domaine = new URL(adresse).hostname
  for (const seance of seances)
    inscrire(calendrier, {
      ...seance,
      titre: titrerAuCalendrier(seance),
      description: decrireAuCalendrier(seance),
      // who follows one person may well be her: she has no account, and would meet a closed door
      lien: portee === 'personne' ? null : `${adresse}/${slug}/instances/${seance.instanceId}/seances/${seance.id}`,
      domaine,
      organisateur: { nom: territoire, courriel: `ne-pas-repondre@${domaine}` },
      modifieeLe: new Date(seance.modifieeLe)
    })
  const derniere = Math.max(0, ...seances.map(({ modifieeLe }) => Date.parse(modifieeLe)))
  // every line ends, the last one too (RFC 5545)
  return { contenu: `${calendrier.toString()}\r\n`, modifieLe: new Date(derniere) }
}
