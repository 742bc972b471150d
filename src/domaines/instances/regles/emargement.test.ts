import { describe, expect, test } from 'vitest'
import { chercherInvites, compterEmargement, pasEncore } from './emargement.ts'

const invite = (nom: string, plus: Partial<Parameters<typeof compterEmargement>[0][number]> = {}) => ({
  id: nom,
  nom,
  structure: null,
  remplacant: null,
  reponse: null,
  la: false,
  ...plus
})

describe('R-124 · on note qui vient', () => {
  test('le jour même et après, d’après la feuille ; jamais avant, jamais pour une séance annulée', () => {
    expect(pasEncore({ jour: '2026-12-09', annulee: false }, '2026-12-08')).toBe('seance_a_venir')
    expect(pasEncore({ jour: '2026-12-09', annulee: false }, '2026-12-09')).toBeNull()
    expect(pasEncore({ jour: '2026-12-09', annulee: false }, '2027-01-20')).toBeNull()
    expect(pasEncore({ jour: '2026-12-09', annulee: true }, '2026-12-09')).toBe('seance_annulee')
  })

  test('à la porte, une personne se cherche par son nom, sa structure ou qui elle envoie, sans accents', () => {
    const gens = [
      invite('Zoé Lefèvre', { structure: 'CPTS du Sud' }),
      invite('Ana Roy', { structure: 'CCAS', remplacant: 'Éva Stern' }),
      invite('Lou Petit')
    ]
    const noms = (cherche: string) => chercherInvites(gens, cherche).map(({ nom }) => nom)
    expect(noms('lefevre')).toEqual(['Zoé Lefèvre'])
    expect(noms('sud zoe')).toEqual(['Zoé Lefèvre'])
    expect(noms('eva')).toEqual(['Ana Roy'])
    expect(noms('  ')).toHaveLength(3)
    expect(noms('zoé ccas')).toEqual([])
  })

  test('les chiffres de la porte séparent qui était attendu de qui est venu en plus', () => {
    const gens = [
      invite('a', { reponse: 'vient', la: true }),
      invite('b', { reponse: 'remplace' }),
      invite('c', { reponse: 'absent', la: true }),
      invite('d')
    ]
    expect(compterEmargement(gens, 2)).toEqual({ attendus: 2, venusAttendus: 1, venus: 4, enPlus: 3 })
  })
})
