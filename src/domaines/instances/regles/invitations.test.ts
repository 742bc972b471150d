import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NATURES_INSTANCE, REPONSES, type ReponseDatee } from '../schema.ts'
import {
  compterReponses,
  estUnDeplacement,
  montes,
  placer,
  publicParDefaut,
  tropSollicites,
  tropTard,
  relanceDuJour,
  sansObjet
} from './invitations.ts'

const repond = (id: string, reponse: ReponseDatee['reponse'], heure: string): ReponseDatee => ({
  id,
  reponse,
  reponduLe: reponse && `2026-11-22T${heure}:00Z`
})

describe('R-090 · une lettre qui a attendu', () => {
  const lue = { jour: '2026-12-09', annulee: false, reponse: null, aConfirmer: false }
  const inutile = (nature: Parameters<typeof sansObjet>[0], change: Partial<Parameters<typeof sansObjet>[1]> = {}) =>
    sansObjet(nature, { ...lue, ...change }, '2026-12-01')
  test('part tant que la séance tient et reste à venir', () => {
    for (const nature of ['invitation', 'rappel', 'mise_a_jour', 'place'] as const) expect(inutile(nature)).toBe(false)
    expect(inutile('invitation', { jour: '2026-12-01' })).toBe(false)
  })
  test('ne part plus pour une séance annulée ou passée', () => {
    for (const nature of ['invitation', 'rappel', 'mise_a_jour', 'place'] as const) {
      expect(inutile(nature, { annulee: true })).toBe(true)
      expect(inutile(nature, { jour: '2026-11-30' })).toBe(true)
    }
  })
  test('n’annonce pas l’annulation d’une séance finalement maintenue', () => {
    expect(inutile('annulation')).toBe(true)
    expect(inutile('annulation', { annulee: true, jour: '2026-11-30' })).toBe(false)
  })
  test('ne relance pas qui a répondu depuis, sauf pour une autre date', () => {
    expect(inutile('rappel', { reponse: 'absent' })).toBe(true)
    expect(inutile('rappel', { reponse: 'vient', aConfirmer: true })).toBe(false)
  })
})

describe('R-091, R-128 · qui l’on invite', () => {
  test('un groupe de travail invite tous les partenaires', () => expect(publicParDefaut('groupe')).toBe('tous'))
  test('un groupe de travail du CLSM aussi', () => expect(publicParDefaut('clsm_groupe')).toBe('tous'))
  test('un groupe interne invite les services', () => expect(publicParDefaut('groupe_interne')).toBe('interne'))
  test('un comité invite qui y siège', () => expect(publicParDefaut('copil')).toBe('sieges'))
  test('chaque instance a quelqu’un à inviter', () => {
    for (const nature of NATURES_INSTANCE) expect(publicParDefaut(nature)).toBeTruthy()
  })
})

describe('R-090 · la salle a une jauge', () => {
  const reponses = [
    repond('a', 'vient', '10:00'),
    repond('b', 'remplace', '09:00'),
    repond('c', 'vient', '11:00'),
    repond('d', 'absent', '08:00')
  ]
  test('les premiers qui répondent ont une place, les suivants attendent', () =>
    expect(placer(reponses, 2)).toEqual({ assis: ['b', 'a'], attente: ['c'] }))
  test('sans nombre de places, tout le monde en a une', () =>
    expect(placer(reponses, null)).toEqual({ assis: ['b', 'a', 'c'], attente: [] }))
  test('qui renonce donne sa place au premier qui attend', () => {
    const apres = reponses.map((une) => (une.id === 'b' ? repond('b', 'absent', '12:00') : une))
    expect(montes(placer(reponses, 2), placer(apres, 2))).toEqual(['c'])
  })
  test('les réponses se comptent', () =>
    expect(compterReponses([...reponses, repond('e', null, ''), repond('f', 'lit', '07:00')], 2)).toEqual({
      invites: 6,
      viennent: 2,
      attente: 1,
      absents: 1,
      lisent: 1,
      sansReponse: 1
    }))
  test('personne n’est compté deux fois, et la salle ne déborde jamais', () => {
    const une = fc.record({
      id: fc.uuid(),
      reponse: fc.option(fc.constantFrom(...REPONSES)),
      reponduLe: fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(une, { selector: ({ id }) => id }),
        fc.option(fc.integer({ min: 1, max: 50 })),
        (dites, places) => {
          const { invites, viennent, attente, absents, lisent, sansReponse } = compterReponses(dites, places)
          expect(viennent + attente + absents + lisent + sansReponse).toBe(invites)
          expect(viennent).toBeLessThanOrEqual(places ?? Infinity)
          expect(attente === 0 || viennent === places).toBe(true)
        }
      )
    )
  })
})

test('R-090 · on répond jusqu’au jour même, pas après, ni à une séance annulée', () => {
  expect(tropTard({ jour: '2026-12-09', annulee: false }, '2026-12-09')).toBeNull()
  expect(tropTard({ jour: '2026-12-09', annulee: false }, '2026-12-10')).toBe('seance_passee')
  expect(tropTard({ jour: '2026-12-09', annulee: true }, '2026-12-01')).toBe('seance_annulee')
})

test('R-090 · un nouveau lieu se dit aux invités, une faute de frappe dans l’objet non', () => {
  const seance = { jour: '2026-12-09', heure: '14:00', duree: 120, lieu: 'Espace Santé' }
  expect(estUnDeplacement(seance, { ...seance, lieu: 'Mairie' })).toBe(true)
  expect(estUnDeplacement(seance, { ...seance, heure: '15:00' })).toBe(true)
  expect(estUnDeplacement(seance, { ...seance })).toBe(false)
})

test('R-129 · qui a déjà été sollicité autant que le territoire le veut est nommé avant l’envoi, le plus sollicité d’abord', () => {
  const gens = [
    { nom: 'Ana', sollicitations: 5 },
    { nom: 'Zoé', sollicitations: 6 },
    { nom: 'Lou', sollicitations: 9 },
    { nom: 'Éva', sollicitations: 6 }
  ]
  expect(tropSollicites(gens, 6).map(({ nom }) => nom)).toEqual(['Lou', 'Éva', 'Zoé'])
  expect(tropSollicites(gens, 10)).toEqual([])
  expect(tropSollicites(gens, null), 'sans seuil, rien ne se dit').toEqual([])
})

test('une relance partie le jour même suffit à ce jour-là', () => {
  expect(relanceDuJour(null, '2026-11-22')).toBe(false)
  expect(relanceDuJour('2026-11-22T22:30:00Z', '2026-11-22')).toBe(true)
  expect(relanceDuJour('2026-11-22T23:30:00Z', '2026-11-22')).toBe(false)
})
