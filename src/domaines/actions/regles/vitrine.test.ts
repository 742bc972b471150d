import { describe, expect, test } from 'vitest'
import { momentPublic } from './vitrine.ts'

const JOUR = '2026-11-22'

describe('R-081 · quand une action a lieu, pour qui habite là', () => {
  test('une action réalisée est passée', () => {
    expect(momentPublic({ statut: 'realise', debut: '2025' }, JOUR)).toBe('passee')
  })
  test('une action abandonnée ne se raconte pas', () => {
    expect(momentPublic({ statut: 'abandonne', debut: null }, JOUR)).toBe(null)
  })
  test('une action à venir, ou dont on discute encore, est à venir', () => {
    expect(momentPublic({ statut: 'a_venir', debut: '2024' }, JOUR)).toBe('a_venir')
    expect(momentPublic({ statut: 'a_discuter', debut: null }, JOUR)).toBe('a_venir')
  })
  test('sans statut, son début parle : demain, elle est à venir ; hier ou sans date, elle a lieu', () => {
    expect(momentPublic({ statut: null, debut: '2026-11-23' }, JOUR)).toBe('a_venir')
    expect(momentPublic({ statut: null, debut: '2026-11' }, JOUR)).toBe('maintenant')
    expect(momentPublic({ statut: null, debut: null }, JOUR)).toBe('maintenant')
  })
  test('en retard, en pause ou bloquée, elle a lieu : le reste regarde les partenaires', () => {
    for (const statut of ['en_retard', 'en_pause', 'bloque'] as const)
      expect(momentPublic({ statut, debut: '2027' }, JOUR)).toBe('maintenant')
  })
})
