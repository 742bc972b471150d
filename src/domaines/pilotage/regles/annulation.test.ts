import { describe, expect, test } from 'vitest'
import { peutAnnuler } from '../droits.ts'
import { empechement, type GesteLu } from './annulation.ts'

const maintenant = new Date('2026-11-22T10:00:00Z')
const geste = (autres: Partial<GesteLu> = {}): GesteLu => ({
  acteurId: 'camille',
  survenuLe: new Date('2026-11-20T10:00:00Z'),
  actes: ['fiche.modifier'],
  tables: ['fiches', 'etapes'],
  depasse: false,
  ...autres
})
const membre = (role: 'coordination' | 'contributeur' | 'direction' | 'lecteur', compteId = 'camille') =>
  ({ sorte: 'membre', compteId, nom: 'Camille', role, administrateur: false }) as const

describe('annuler un geste', () => {
  test('un geste récent que rien n’a suivi s’annule', () => {
    expect(empechement(geste(), maintenant)).toBeNull()
  })
  test('au trentième jour encore, au trente et unième plus', () => {
    expect(empechement(geste({ survenuLe: new Date('2026-10-23T10:00:00Z') }), maintenant)).toBeNull()
    expect(empechement(geste({ survenuLe: new Date('2026-10-22T10:00:00Z') }), maintenant)).toBe('geste_trop_vieux')
  })
  test('un geste dont une ligne a changé depuis ne s’annule plus', () => {
    expect(empechement(geste({ depasse: true }), maintenant)).toBe('geste_depasse')
  })
  test('ce qui a écrit aux personnes invitées ne s’annule pas : une lettre partie ne revient pas', () => {
    expect(empechement(geste({ tables: ['seances', 'invitations'] }), maintenant)).toBe('geste_sans_retour')
  })
  test('un rappel parti ne se reprend pas : il repartirait', () =>
    expect(empechement(geste({ actes: ['taches.rappeler'], tables: ['taches'] }), maintenant)).toBe('geste_sans_retour'))
  test('une réunion de deux personnes invitées s’annule, et se refait : elle n’a écrit à personne', () => {
    const reunion = geste({ actes: ['personnes.reunir'], tables: ['personnes', 'invitations', 'abonnements', 'effacements'] })
    expect(empechement(reunion, maintenant)).toBeNull()
    expect(empechement({ ...reunion, actes: ['geste.annuler'] }, maintenant)).toBeNull()
    expect(empechement({ ...reunion, tables: ['personnes', 'diffusions'] }, maintenant)).toBe('geste_sans_retour')
    expect(empechement({ ...reunion, actes: ['personnes.reunir', 'seance.convoquer'] }, maintenant)).toBe('geste_sans_retour')
  })
  test('l’invitation d’un membre et les réglages du territoire ont leurs propres gestes', () => {
    expect(empechement(geste({ tables: ['adhesions'] }), maintenant)).toBe('geste_sans_retour')
  })
  test('la coordination annule tout ; une contributrice, ce qu’elle a fait elle-même sur des actions ; les autres, rien', () => {
    expect(peutAnnuler(membre('coordination', 'alix'), geste({ tables: ['contrats'] }))).toBe(true)
    expect(peutAnnuler(membre('contributeur'), geste())).toBe(true)
    expect(peutAnnuler(membre('contributeur', 'alix'), geste())).toBe(false)
    expect(peutAnnuler(membre('contributeur'), geste({ tables: ['fiches', 'contrats'] }))).toBe(false)
    expect(peutAnnuler(membre('direction'), geste())).toBe(false)
    expect(peutAnnuler(membre('lecteur'), geste())).toBe(false)
  })
})
