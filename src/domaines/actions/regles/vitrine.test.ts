import { describe, expect, test } from 'vitest'
import { momentPublic } from './vitrine.ts'

const JOUR = '2026-11-22'

describe('R-081 · quand une action a lieu, pour qui habite là', () => {
  test('une action réalisée est passée', () => {
    expect(momentPublic({ statut: 'realise', debut: '2025', fin: null }, JOUR)).toBe('passee')
  })
  test('une action dont la période est finie est passée, dès le lendemain de son dernier jour', () => {
    const dit = (fin: string) => momentPublic({ statut: 'en_cours', debut: '2026-01', fin }, JOUR)
    expect(dit('2026-10')).toBe('passee')
    expect(dit('2026-11-21')).toBe('passee')
    expect([dit('2026-11-22'), dit('2026-11'), dit('2026')]).toEqual(['maintenant', 'maintenant', 'maintenant'])
  })
  test('en retard, elle dure au-delà de sa fin ; à venir, elle n’est pas passée', () => {
    expect(momentPublic({ statut: 'en_retard', debut: '2025', fin: '2026-10' }, JOUR)).toBe('maintenant')
    expect(momentPublic({ statut: 'a_venir', debut: null, fin: '2026-10' }, JOUR)).toBe('a_venir')
  })
  test('une action abandonnée ne se raconte pas', () => {
    expect(momentPublic({ statut: 'abandonne', debut: null, fin: null }, JOUR)).toBe(null)
  })
  test('une action à venir, ou dont on discute encore, est à venir', () => {
    expect(momentPublic({ statut: 'a_venir', debut: '2024', fin: null }, JOUR)).toBe('a_venir')
    expect(momentPublic({ statut: 'a_discuter', debut: null, fin: null }, JOUR)).toBe('a_venir')
  })
  test('sans statut, son début parle : demain, elle est à venir ; hier ou sans date, elle a lieu', () => {
    expect(momentPublic({ statut: null, debut: '2026-11-23', fin: null }, JOUR)).toBe('a_venir')
    expect(momentPublic({ statut: null, debut: '2026-11', fin: null }, JOUR)).toBe('maintenant')
    expect(momentPublic({ statut: null, debut: null, fin: null }, JOUR)).toBe('maintenant')
  })
  test('en retard, en pause ou bloquée, elle a lieu : le reste regarde les partenaires', () => {
    for (const statut of ['en_retard', 'en_pause', 'bloque'] as const)
      expect(momentPublic({ statut, debut: '2027', fin: null }, JOUR)).toBe('maintenant')
  })
})
