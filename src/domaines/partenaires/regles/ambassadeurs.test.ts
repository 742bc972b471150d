import { describe, expect, test } from 'vitest'
import { couvrirQuartiers, estPresent, jugerAmbassadeur } from './ambassadeurs.ts'

const JOUR = '2026-11-22'
const qpv = (id: string, generation: '2015' | '2024' = '2024', enProjet = false) => ({
  id,
  nature: 'qpv' as const,
  generation,
  enProjet
})
const quartier = (id: string) => ({ id, nature: 'quartier' as const, generation: null, enProjet: false })
const dit = (quartierId: string, reste: object = {}) => ({ quartierId, debut: null, fin: null, accordRetireLe: null, ...reste })

describe('R-034 · les ambassadeurs santé', () => {
  test('on l’est de son début à sa fin, à la précision que l’on connaît, et tant que l’on n’a pas retiré son accord', () => {
    expect(estPresent(dit('a'), JOUR)).toBe(true)
    expect(estPresent(dit('a', { debut: '2026', fin: '2026' }), JOUR)).toBe(true)
    expect(estPresent(dit('a', { debut: '2026-12' }), JOUR)).toBe(false)
    expect(estPresent(dit('a', { fin: '2026-10' }), JOUR)).toBe(false)
    expect(estPresent(dit('a', { accordRetireLe: '2026-11-01' }), JOUR)).toBe(false)
  })

  test('chaque quartier prioritaire a quelqu’un, ou manque ; ceux de l’ancienne liste et ceux en projet n’en demandent pas', () => {
    const quartiers = [
      qpv('couvert'),
      qpv('parti'),
      qpv('vide'),
      qpv('ancien', '2015'),
      qpv('prévu', '2024', true),
      quartier('autre')
    ]
    const { prioritaires, autres, sans } = couvrirQuartiers(
      quartiers,
      [dit('couvert'), dit('couvert'), dit('parti', { fin: '2025' }), dit('autre'), dit('ancien')],
      JOUR
    )
    expect(prioritaires.map(({ quartier, presents }) => [quartier.id, presents.length])).toEqual([
      ['couvert', 2],
      ['parti', 0],
      ['vide', 0]
    ])
    expect(autres.map(({ quartier }) => quartier.id)).toEqual(['ancien', 'autre'])
    expect(sans).toBe(2)
  })

  test('sans quartiers de 2024, ceux de 2015 comptent', () => {
    expect(couvrirQuartiers([qpv('ancien', '2015')], [], JOUR).sans).toBe(1)
  })

  test('personne n’est inscrit avant son accord, ni deux fois dans un quartier', () => {
    expect(jugerAmbassadeur(false, '2026-11-23', JOUR)).toBe('accord_a_venir')
    expect(jugerAmbassadeur(true, '2026-11', JOUR)).toBe('ambassadeur_deja')
    expect(jugerAmbassadeur(false, '2026-11', JOUR)).toBeNull()
  })
})
