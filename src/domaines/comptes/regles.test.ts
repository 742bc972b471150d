import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { peutDeclarerSignature, peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { peutInviter } from './droits.ts'
import { direMembres, direQuotite, ROLE } from './libelles.ts'
import { laisseSansCoordination, nomDuCourriel } from './regles.ts'

const membre = (id: string, role: (typeof ROLES)[number], supprimeLe: Date | null = null) => ({ id, role, supprimeLe })

describe('la dernière coordination reste', () => {
  test('la seule coordination ne peut ni partir ni changer de rôle', () => {
    const membres = [membre('a', 'coordination'), membre('b', 'direction')]
    expect(laisseSansCoordination(membres, 'a', null)).toBe(true)
    expect(laisseSansCoordination(membres, 'a', 'lecteur')).toBe(true)
    expect(laisseSansCoordination(membres, 'a', 'coordination')).toBe(false)
    expect(laisseSansCoordination(membres, 'b', null)).toBe(false)
  })

  test('une coordination déjà retirée ne compte pas', () => {
    expect(laisseSansCoordination([membre('a', 'coordination'), membre('b', 'coordination', new Date())], 'a', null)).toBe(true)
    expect(laisseSansCoordination([membre('a', 'coordination'), membre('b', 'coordination')], 'a', null)).toBe(false)
  })
})

test('une adresse donne un nom à montrer', () => {
  expect(nomDuCourriel('camille.perrin@ville.fr')).toBe('Camille Perrin')
  expect(nomDuCourriel('sante@ville.fr')).toBe('Sante')
})

test('R-159 · la part de temps plein se dit en mots, et celle de la coordination d’abord', () => {
  expect(direQuotite(1)).toBe('temps plein')
  expect(direQuotite(0.5)).toBe('0,5 temps plein')
  expect(
    direMembres([
      { role: 'coordination', quotite: 0.8 },
      { role: 'coordination', quotite: 0.5 },
      { role: 'elu', quotite: null }
    ])
  ).toBe('3 membres, dont 2 à la coordination\u00a0: 1,3 temps plein')
  expect(direMembres([{ role: 'coordination', quotite: null }])).toBe('1 membre, dont 1 à la coordination')
})

test('ce que la page dit d’un rôle est ce que les droits décident', () => {
  for (const role of ROLES) {
    const acteur = { sorte: 'membre' as const, compteId: '', nom: '', role, administrateur: false }
    expect(peutInviter(acteur), role).toBe(/Invite/.test(ROLE[role].peut))
    expect(peutReglerTerritoire(acteur), role).toBe(/réglages/.test(ROLE[role].peut))
    expect(peutTenirAnnuaire(acteur), role).toBe(/annuaire/.test(ROLE[role].peut))
    expect(peutEcrireContrat(acteur), role).toBe(/Écrit tout/.test(ROLE[role].peut))
    expect(peutDeclarerSignature(acteur), role).toBe(/Écrit tout|signature/.test(ROLE[role].peut))
  }
})
