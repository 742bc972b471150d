import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { instantDe } from '#platform/dates.ts'
import { SEANCE_A_L_AGENDA as SEANCE } from '../fixtures.server.ts'
import { composerAgenda, type SeanceAuCalendrier } from './agenda.server.ts'

const lire = (seance: SeanceAuCalendrier) => {
  const { methode, contenu } = composerAgenda(seance)
  const calendrier = new ICAL.Component(ICAL.parse(contenu))
  return { methode, contenu, calendrier, evenement: new ICAL.Event(calendrier.getFirstSubcomponent('vevent')!) }
}

describe('R-090 · la séance dans les agendas', () => {
  test('se lit avec son heure, en hiver', () => {
    const { calendrier, evenement } = lire(SEANCE)
    expect(calendrier.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(evenement.summary).toBe(SEANCE.titre)
    expect(evenement.location).toBe(SEANCE.lieu)
    expect(evenement.startDate.toJSDate().toISOString()).toBe('2026-12-09T13:00:00.000Z')
    expect(evenement.endDate.toJSDate().toISOString()).toBe('2026-12-09T15:00:00.000Z')
  })
  test('se lit avec son heure, en été', () =>
    expect(
      lire({ ...SEANCE, jour: '2027-06-16' })
        .evenement.startDate.toJSDate()
        .toISOString()
    ).toBe('2027-06-16T12:00:00.000Z'))
  test('sans heure, elle prend le jour', () => {
    const { evenement } = lire({ ...SEANCE, heure: null })
    expect(evenement.startDate.isDate).toBe(true)
    expect(evenement.startDate.toString()).toBe('2026-12-09')
  })
  test('déplacée, elle garde son nom et monte de version ; annulée, elle le dit', () => {
    const [avant, apres] = [lire(SEANCE), lire({ ...SEANCE, jour: '2026-12-16', version: 1 })]
    expect(apres.evenement.uid).toBe(avant.evenement.uid)
    expect([avant.evenement.sequence, apres.evenement.sequence]).toEqual([0, 1])
    const { methode, evenement } = lire({ ...SEANCE, annulee: true, version: 2 })
    expect(methode).toBe('CANCEL')
    expect(evenement.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
  test.each([
    [null, 'NEEDS-ACTION'],
    ['vient', 'ACCEPTED'],
    ['remplace', 'DECLINED'],
    ['absent', 'DECLINED'],
    ['lit', 'DECLINED']
  ] as const)('l’agenda de qui a répondu « %s » dit %s : il ne redemande rien à qui l’a dit', (reponse, attendu) => {
    const { methode, evenement } = lire({
      ...SEANCE,
      invite: { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: false, reponse }
    })
    expect(methode).toBe('REQUEST')
    expect(evenement.attendees.map((un) => un.getFirstParameter('partstat'))).toEqual([attendu])
  })
  test('aucune ligne ne dépasse 75 octets, et les virgules sont protégées', () => {
    const { contenu } = lire({ ...SEANCE, description: 'é'.repeat(400) })
    expect(contenu).toMatch(/END:VCALENDAR\r\n$/)
    for (const ligne of contenu.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75)
    expect(contenu).toContain('Santé\\, 2 place')
  })
})

test.each([
  ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '14:00', '2026-10-25T13:00:00.000Z'],
  ['2026-10-24', '23:59', '2026-10-24T21:59:00.000Z']
])('l’heure de Paris le %s à %s est bien dite, autour des changements d’heure', (jour, heure, attendu) => {
  expect(instantDe(jour, heure).toISOString()).toBe(attendu)
})
