import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AGENDAS, PROGRAMMES } from '#tests/boite/agendas.ts'
import { lireReponses } from './reponse-d-agenda.ts'

const UID = 'seance-0198a2b4-0000-7000-8000-000000000000@sante.exemple.fr'
const lire = (contenu: string) => lireReponses(contenu, (uid) => uid === UID)
const dite = { uid: UID, courriel: 'lou@cpts.fr' }

describe('R-090 · la réponse d’un agenda', () => {
  test.each(PROGRAMMES)('de %s se lit : qui, quoi, quand, et à quelle version', (programme) => {
    expect(lire(AGENDAS[programme]({ ...dite, version: 3, participation: 'DECLINED' }))).toEqual([
      {
        uid: UID,
        version: 3,
        ecriteLe: new Date('2026-11-22T10:15:00Z'),
        participation: 'DECLINED',
        autreHoraire: false,
        courriel: 'lou@cpts.fr',
        nom: 'Lou Petit',
        delegueA: null,
        delegueDe: null,
        ecritePar: null
      }
    ])
  })
  test('qui se fait remplacer le dit, et par qui', () => {
    const parametres = ';DELEGATED-TO="mailto:paul@cpts.fr"'
    const autres = ['ATTENDEE;CN=Paul Durand;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:lou@cpts.fr":mailto:paul@cpts.fr']
    const [lue] = lire(AGENDAS.outlook({ ...dite, participation: 'DELEGATED', parametres, autres }))
    expect(lue).toMatchObject({
      courriel: 'lou@cpts.fr',
      participation: 'DELEGATED',
      delegueA: { courriel: 'paul@cpts.fr', nom: 'Paul Durand' }
    })
    const [envoye] = lire(
      AGENDAS.outlook({
        uid: UID,
        courriel: 'paul@cpts.fr',
        nom: 'Paul Durand',
        parametres: ';DELEGATED-FROM="mailto:lou@cpts.fr"'
      })
    )
    expect(envoye).toMatchObject({ courriel: 'paul@cpts.fr', delegueDe: 'lou@cpts.fr' })
  })
  test.each(PROGRAMMES)('un autre horaire proposé par %s se dit, avec qui le propose', (programme) => {
    const propose = AGENDAS[programme]({ ...dite, participation: 'TENTATIVE' }).replace('METHOD:REPLY', 'METHOD:COUNTER')
    expect(lire(propose)).toMatchObject([{ courriel: 'lou@cpts.fr', participation: 'TENTATIVE', autreHoraire: true }])
  })
  test('une adresse mise à la place du nom n’est pas un nom', () =>
    expect(lire(AGENDAS.google({ ...dite, nom: 'lou@cpts.fr' }))[0]!.nom).toBeNull())
  test('une secrétaire qui répond pour elle se dit', () =>
    expect(lire(AGENDAS.outlook({ ...dite, parametres: ';SENT-BY="mailto:accueil@cpts.fr"' }))[0]!.ecritePar).toBe(
      'accueil@cpts.fr'
    ))
})

const evenement = (...lignes: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//essai//FR',
    'BEGIN:VEVENT',
    'DTSTAMP:20261122T101500Z',
    ...lignes,
    'END:VEVENT',
    'END:VCALENDAR',
    ''
  ].join('\r\n')

// what calendars hold besides: entries that last a day, come back, are anniversaries, have no end, no zone, or several rules
const AUTRES: [nom: string, contenu: string][] = [
  ['une journée', evenement('UID:a', 'DTSTART;VALUE=DATE:20261122', 'SUMMARY:Journée')],
  ['une durée à la place d’une fin', evenement('UID:a', 'DTSTART:20261122T101500Z', 'DURATION:PT2H')],
  [
    'une répétition quotidienne',
    evenement(
      'UID:a',
      'DTSTART;TZID=Europe/Paris:20261122T101500',
      'RRULE:FREQ=DAILY;COUNT=5',
      'EXDATE;TZID=Europe/Paris:20261123T101500'
    )
  ],
  ['un anniversaire chaque année', evenement('UID:a', 'DTSTART;VALUE=DATE:19700229', 'RRULE:FREQ=YEARLY')],
  ['plusieurs règles', evenement('UID:a', 'DTSTART:20261122T101500Z', 'RRULE:FREQ=WEEKLY', 'RRULE:FREQ=MONTHLY')],
  ['une description vide', evenement('UID:a', 'DTSTART:20261122T101500Z', 'DESCRIPTION:')],
  ['un fuseau qui n’est pas donné', evenement('UID:a', 'DTSTART;TZID=Mars/Olympus:20261122T101500')],
  [
    'un décalage nul et négatif',
    evenement('UID:a', 'DTSTART:20261122T101500Z').replace(
      'BEGIN:VEVENT',
      'BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:-0000\r\nTZOFFSETTO:-0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT'
    )
  ],
  ['le strict nécessaire', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
  ['des lignes finies autrement', evenement('UID:a').replaceAll('\r\n', '\n')],
  ['deux calendriers', evenement('UID:a') + evenement('UID:b')],
  ['une date seule, sans évènement', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nDTSTART:20261122\r\nEND:VCALENDAR'],
  ['un calendrier coupé', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:'],
  ['rien', ''],
  ['autre chose qu’un calendrier', '<html>\0</html>']
]

describe('un agenda qui ne répond pas à une séance ne dit rien, et ne casse rien', () => {
  test.each(AUTRES)('%s', (_, contenu) => {
    expect(lire(contenu)).toEqual([])
    // nor does it when it is said to be an answer about us
    expect(() =>
      lire(contenu.replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:REPLY').replaceAll('UID:a', `UID:${UID}`))
    ).not.toThrow()
  })
  test('une demande, un évènement d’un autre, une réponse sans personne', () => {
    expect(lire(AGENDAS.google(dite).replace('METHOD:REPLY', 'METHOD:REQUEST'))).toEqual([])
    expect(lire(AGENDAS.google({ ...dite, uid: 'autre@google.com' }))).toEqual([])
    expect(lire(AGENDAS.google({ ...dite, courriel: '' }))).toEqual([])
  })
  test('deux calendriers dans un fichier, dont une réponse', () =>
    expect(lire(evenement('UID:a') + AGENDAS.google(dite))).toHaveLength(1))
  test('une date impossible n’empêche pas de lire la réponse', () =>
    expect(lire(AGENDAS.google({ ...dite, ecriteLe: 'hier' }))).toMatchObject([{ courriel: 'lou@cpts.fr', ecriteLe: null }]))
  const donnees = '../shared/data/ics'
  test.runIf(existsSync(donnees))('chacun des calendriers d’exemple', () => {
    const fichiers = globSync(`${donnees}/*.ics`)
    expect(fichiers.length).toBeGreaterThan(10)
    for (const fichier of fichiers) {
      const contenu = readFileSync(fichier, 'utf8')
      expect(lire(contenu), fichier).toEqual([])
      expect(
        () => lire(contenu.replace(/VERSION:2\.0/, 'VERSION:2.0\r\nMETHOD:REPLY').replace(/UID:.*/g, `UID:${UID}`)),
        fichier
      ).not.toThrow()
    }
  })
})
