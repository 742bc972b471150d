import { describe, expect, test } from 'vitest'
import { cheminDe, contactsAPasser, parTours, retrouvailles, proposer, rythmePropose } from './participants.ts'

const invitee = (id: string, dit: object = {}) => ({
  id,
  personneId: `p-${id}`,
  structureId: `s-${id}`,
  nom: id,
  structure: `Maison de ${id}`,
  remplacant: null,
  reponse: 'vient' as const,
  reponduLe: '2026-11-22T09:00:00Z',
  venu: false,
  ...dit
})
const dites = (proposees: ReturnType<typeof proposer>) => proposees.map(({ nom, vient }) => `${nom} ${vient ? 'vient' : 'non'}`)

describe('R-099 · qui participe aux rencontres express', () => {
  test('d’abord qui a dit venir et a une place ; qui n’a rien dit peut être coché, pas qui a dit non', () => {
    const invitees = [
      invitee('Ana'),
      invitee('Lou', { reponduLe: '2026-11-22T10:00:00Z' }),
      invitee('Zoé', { reponse: 'absent' }),
      invitee('Noé', { reponse: null, reponduLe: null })
    ]
    expect(dites(proposer(invitees, [], null))).toEqual(['Ana vient', 'Lou vient', 'Noé non'])
    expect(dites(proposer(invitees, [], 1))).toEqual(['Ana vient', 'Lou non', 'Noé non'])
  })

  test('le jour même, qui est là compte, et plus qui avait dit venir', () => {
    const invitees = [invitee('Ana'), invitee('Zoé', { reponse: 'absent', venu: true })]
    expect(dites(proposer(invitees, [], null))).toEqual(['Ana non', 'Zoé vient'])
  })

  test('le jour même, qui avait dit venir et n’est pas là se distingue de qui n’avait rien dit', () => {
    const invitees = [invitee('Ana', { venu: true }), invitee('Lou'), invitee('Noé', { reponse: null })]
    expect(proposer(invitees, [], null).map(({ nom, vient, dit }) => [nom, vient, dit])).toEqual([
      ['Ana', true, true],
      ['Lou', false, true],
      ['Noé', false, false]
    ])
  })

  test('qui est envoyé à la place de quelqu’un vient sous son nom, pour la même structure', () => {
    const [une] = proposer([invitee('Ana', { reponse: 'remplace', remplacant: 'Paul' })], [], null)
    expect(une).toMatchObject({ nom: 'Paul', neuf: 'Paul', personneId: null, structureId: 's-Ana', vient: true })
    const [autre] = proposer([invitee('Ana', { reponse: 'remplace' })], [], null)
    expect(autre).toMatchObject({ nom: 'Quelqu’un à la place de Ana', neuf: null, personneId: null, structureId: 's-Ana' })
  })

  test('une fois les tours composés, chacun n’est proposé qu’une fois, coché s’il est encore là', () => {
    const inscrits = [
      { id: '1', personneId: 'p-Ana', structureId: null, present: true, nom: 'Ana', structure: null },
      { id: '2', personneId: 'p-Paul', structureId: 's-Lou', present: false, nom: 'Paul', structure: 'Maison de Lou' },
      { id: '3', personneId: null, structureId: 's-CAF', present: true, nom: 'CAF', structure: 'CAF' }
    ]
    const invitees = [
      invitee('Ana'),
      invitee('Lou', { reponse: 'remplace', remplacant: 'PAUL' }),
      invitee('CAF', { personneId: null }),
      invitee('Zoé')
    ]
    expect(dites(proposer(invitees, inscrits, null))).toEqual(['Ana vient', 'Paul non', 'CAF vient', 'Zoé non'])
  })

  test('le temps que l’ordre du jour leur donne dit combien de tours', () => {
    expect(rythmePropose([{ technique: 'speed_meeting', minutes: 50 }], 20)).toEqual({ tours: 8, minutes: 5 })
    expect(rythmePropose([{ technique: 'speed_meeting', minutes: 50 }], 6)).toEqual({ tours: 5, minutes: 5 })
    expect(rythmePropose([{ technique: 'photolangage', minutes: 70 }], 0)).toEqual({ tours: 6, minutes: 5 })
  })
})

describe('R-099 · après les tours', () => {
  const paire = (
    tour: number,
    rang: number,
    unId: string,
    autreId: string | null,
    accords: [boolean, boolean] = [false, false]
  ) => ({
    tour,
    rang,
    unId,
    autreId,
    unAccepte: accords[0],
    autreAccepte: accords[1]
  })
  const paires = [
    paire(1, 1, 'Ana', 'Lou', [true, true]),
    paire(1, 2, 'Zoé', null),
    paire(2, 1, 'Zoé', 'Ana', [true, true]),
    paire(2, 2, 'Lou', null),
    paire(3, 1, 'Lou', 'Zoé', [true, false])
  ]

  test('les coordonnées ne passent qu’entre deux personnes qui ont dit oui toutes les deux', () => {
    const gens = ['Ana', 'Lou', 'Zoé'].map((id) => ({ id }))
    expect(contactsAPasser(paires, gens).map(({ a, de }) => `${a.id} : ${de.map(({ id }) => id).join(', ')}`)).toEqual([
      'Ana : Lou, Zoé',
      'Lou : Ana',
      'Zoé : Ana'
    ])
  })

  test('la feuille de chacun dit à chaque tour sa table et avec qui, ou sa pause', () => {
    expect(cheminDe('Lou', paires)).toEqual([
      { tour: 1, pause: false, table: 1, avec: ['Ana'] },
      { tour: 2, pause: true, table: null, avec: [] },
      { tour: 3, pause: false, table: 1, avec: ['Zoé'] }
    ])
    expect(parTours(paires).map(({ tour, tables, pause }) => [tour, tables.length, pause?.unId ?? null])).toEqual([
      [1, 1, 'Zoé'],
      [2, 1, 'Lou'],
      [3, 1, null]
    ])
  })

  test('à une table de trois, chacun est avec les deux autres, et deux qui se revoient sont nommés', () => {
    const trois = [
      paire(1, 1, 'Ana', 'Lou'),
      paire(1, 1, 'Ana', 'Zoé'),
      paire(1, 1, 'Lou', 'Zoé'),
      paire(1, 2, 'Noé', 'Sam'),
      paire(2, 1, 'Lou', 'Ana'),
      paire(2, 2, 'Noé', 'Zoé')
    ]
    expect(parTours(trois)[0]!.tables.map(({ gens }) => gens)).toEqual([
      ['Ana', 'Lou', 'Zoé'],
      ['Noé', 'Sam']
    ])
    expect(cheminDe('Zoé', trois).map(({ table, avec }) => [table, avec])).toEqual([
      [1, ['Ana', 'Lou']],
      [2, ['Noé']]
    ])
    expect(cheminDe('Sam', trois)[1]).toEqual({ tour: 2, pause: false, table: null, avec: [] })
    expect(retrouvailles(trois)).toEqual([trois[4]])
  })
})
