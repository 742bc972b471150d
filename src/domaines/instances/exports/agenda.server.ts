import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { instantDe } from '#platform/dates.ts'
import { direApercu } from '../libelles/invitations.ts'
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
  lien: string
  /** the domain of the installation, by which the entry keeps one name for ever */
  domaine: string
  /** who asks: the territory, and the address that answers reach */
  organisateur: { nom: string; courriel: string }
  modifieeLe: Date
}

/**
 * A meeting as a calendar entry (RFC 5545) that programs put in the agenda, move when its version grows, and take away when it is called
 * off. It is published, not a request: the answer comes by the link of the letter. Times are universal, so that no time zone must be known.
 */
export function composerAgenda(seance: SeanceAuCalendrier): { methode: 'PUBLISH' | 'CANCEL'; contenu: string } {
  const methode = seance.annulee ? 'CANCEL' : 'PUBLISH'
  const calendrier = ical({
    prodId: { company: 'Tisserand', product: 'Tisserand', language: 'FR' },
    method: ICalCalendarMethod[methode]
  })
  const debut = instantDe(seance.jour, seance.heure ?? '00:00')
  const evenement = calendrier.createEvent({
    id: `seance-${seance.id}@${seance.domaine}`,
    sequence: seance.version,
    stamp: seance.modifieeLe,
    start: seance.heure ? debut : new Date(`${seance.jour}T00:00:00Z`),
    ...(seance.heure ? { end: new Date(debut.getTime() + seance.duree * 60_000) } : { allDay: true }),
    summary: seance.titre,
    description: seance.description,
    url: seance.lien,
    status: seance.annulee ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    organizer: { name: seance.organisateur.nom, email: seance.organisateur.courriel },
    timezone: null
  })
  if (seance.lieu) evenement.location(seance.lieu)
  return { methode, contenu: calendrier.toString() }
}

/** The same from an invitation: `lien` is its own address. */
export function agendaDeLInvitation(invitation: InvitationLue, lien: string, modifieeLe: Date) {
  const domaine = new URL(lien).hostname
  return composerAgenda({
    ...invitation,
    id: invitation.seanceId,
    titre: invitation.instance,
    description: [invitation.objet, ...direApercu(invitation.points)].filter(Boolean).join('\n'),
    lien,
    domaine,
    organisateur: { nom: invitation.territoire, courriel: invitation.coordination ?? `ne-pas-repondre@${domaine}` },
    modifieeLe
  })
}
