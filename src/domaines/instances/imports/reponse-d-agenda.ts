import ICAL from 'ical.js'
import { propre } from '#platform/texte.ts'
import type { Participation, ReponseDAgenda } from '../schema/reponses-d-agenda.ts'

const CONNUES: readonly Participation[] = ['ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED', 'NEEDS-ACTION']

/**
 * The answers that a calendar file holds, one for each of its events that is about a meeting of ours (`estNotre` says it of its UID). Empty for
 * anything else: another method, another calendar's event, a file that cannot be read.
 */
export function lireReponses(contenu: string, estNotre: (uid: string) => boolean): ReponseDAgenda[] {
  const lue = ou([], () => ICAL.parse(propre0(contenu)) as unknown[])
  // some programs put several calendars in one file
  const calendriers = Array.isArray(lue[0]) ? lue : [lue]
  return calendriers.flatMap((calendrier) => ou([], () => lireCalendrier(calendrier, estNotre)))
}

/** What it makes, or this where it breaks: a calendar that cannot be read keeps nobody from reading the next. */
function ou<T>(sinon: T, faire: () => T): T {
  try {
    return faire()
  } catch {
    return sinon
  }
}

function lireCalendrier(lu: unknown, estNotre: (uid: string) => boolean): ReponseDAgenda[] {
  const calendrier = new ICAL.Component(lu as never)
  const methode = String(calendrier.getFirstPropertyValue('method') ?? '').toUpperCase()
  if (methode !== 'REPLY' && methode !== 'COUNTER') return []
  return calendrier.getAllSubcomponents('vevent').flatMap((evenement) => {
    const uid = String(evenement.getFirstPropertyValue('uid') ?? '')
    return (estNotre(uid) && lireEvenement(uid, evenement, methode === 'COUNTER')) || []
  })
}

/** A null, and a first mark of UTF-8, are no part of a calendar. */
const propre0 = (contenu: string): string => contenu.replaceAll('\0', '').replace(/^\ufeff/, '')

function lireEvenement(uid: string, evenement: ICAL.Component, autreHoraire: boolean): ReponseDAgenda | null {
  const participants = evenement.getAllProperties('attendee')
  // who delegates is the one who answers; the one whom she sends is beside her
  const elle = participants.find((un) => un.getFirstParameter('delegated-to')) ?? participants[0]
  const courriel = elle && adresseDe(elle.getFirstValue())
  if (!elle || !courriel) return null
  const dite = (elle.getFirstParameter('partstat') || 'NEEDS-ACTION').toUpperCase() as Participation
  const envoye = adresseDe(elle.getFirstParameter('delegated-to'))
  const sonNom = participants.find((un) => un !== elle && adresseDe(un.getFirstValue()) === envoye)
  return {
    uid,
    version: nombreDe(evenement.getFirstPropertyValue('sequence')),
    ecriteLe: ou(null, () => dateDe(evenement.getFirstPropertyValue('dtstamp'))),
    autreHoraire,
    participation: CONNUES.includes(dite) ? dite : 'NEEDS-ACTION',
    courriel,
    nom: nomDe(elle),
    delegueA: envoye ? { courriel: envoye, nom: sonNom ? nomDe(sonNom) : null } : null,
    delegueDe: adresseDe(elle.getFirstParameter('delegated-from')),
    ecritePar: adresseDe(elle.getFirstParameter('sent-by'))
  }
}

const nombreDe = (valeur: unknown): number => {
  const nombre = Number(valeur ?? 0)
  return Number.isInteger(nombre) && nombre >= 0 ? nombre : 0
}

function dateDe(valeur: unknown): Date | null {
  if (!(valeur instanceof ICAL.Time)) return null
  const date = valeur.toJSDate()
  return Number.isNaN(date.getTime()) ? null : date
}

/** « MAILTO:Lou@cpts.fr » → « lou@cpts.fr »; some write the address alone, or in quotes. */
function adresseDe(valeur: unknown): string | null {
  const texte = typeof valeur === 'string' ? valeur : Array.isArray(valeur) ? String(valeur[0] ?? '') : ''
  const adresse = propre(texte)
    .replace(/^["']|["']$/g, '')
    .replace(/^mailto:/i, '')
    .toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(adresse) ? adresse : null
}

/** Her name; a program that knows none writes her address in its place. */
function nomDe(participant: ICAL.Property): string | null {
  const nom = propre(String(participant.getFirstParameter('cn') ?? ''))
    .replace(/^["']|["']$/g, '')
    .slice(0, 200)
  return nom && !nom.includes('@') ? nom : null
}
