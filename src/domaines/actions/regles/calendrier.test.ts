import { describe, expect, test } from 'vitest'
import { anneesMontrees, direDuree, dureeDeLAction, etatDeLEtape, titreDuCalendrier } from './calendrier.ts'

const JOUR = '2026-11-22'

describe('une action au calendrier', () => {
  test('R-088 · va du premier jour de son début au dernier de sa fin, aussi précis que ce qu’on sait', () => {
    const action = { statut: 'realise', etapes: [] } as const
    expect(dureeDeLAction({ ...action, debut: '2024', fin: '2026-02' }, JOUR)).toMatchObject({
      debut: '2024-01-01',
      fin: '2026-02-28'
    })
    expect(dureeDeLAction({ ...action, debut: '2024-05-06', fin: null }, JOUR)).toMatchObject({ debut: '2024-05-06', fin: null })
  })

  test('est au-delà de son échéance jusqu’à ce jour, sauf quand elle est réalisée ou abandonnée', () => {
    const action = { debut: '2024', fin: '2026-10', etapes: [] }
    expect(dureeDeLAction({ ...action, statut: 'en_cours' }, JOUR)).toMatchObject({ retard: JOUR, jours: 22 })
    expect(dureeDeLAction({ ...action, statut: null }, JOUR)).toMatchObject({ retard: JOUR })
    expect(dureeDeLAction({ ...action, statut: 'realise' }, JOUR)).toMatchObject({ retard: null, jours: 0 })
    expect(dureeDeLAction({ ...action, statut: 'en_cours', fin: '2026' }, JOUR)).toMatchObject({ retard: null })
  })

  test('une étape est faite, à faire, ou en retard le lendemain du dernier jour de sa date', () => {
    expect(etatDeLEtape({ echeance: '2024', faite: true }, 'en_cours', JOUR)).toBe('faite')
    expect(etatDeLEtape({ echeance: '2026-11', faite: false }, 'en_cours', JOUR)).toBe('a_faire')
    expect(etatDeLEtape({ echeance: '2026-11-22', faite: false }, null, JOUR)).toBe('a_faire')
    expect(etatDeLEtape({ echeance: '2026-11-21', faite: false }, null, JOUR)).toBe('en_retard')
    expect(etatDeLEtape({ echeance: '2025', faite: false }, 'abandonne', JOUR)).toBe('a_faire')
  })

  test('dit quand il lui manque un bout', () => {
    expect(direDuree('2024', '2026-10')).toBe('2024 – octobre 2026')
    expect(direDuree('2027', null)).toBe('depuis 2027, sans fin dite')
    expect(direDuree(null, '2027')).toBe('jusqu’en 2027, sans début dit')
    expect(direDuree(null, null)).toBe('sans dates')
  })
})

describe('les années du calendrier', () => {
  test('sans rien demander, l’année de ce jour ; sinon celle qu’on demande', () => {
    expect(anneesMontrees(undefined, null, [], JOUR)).toEqual({ de: 2026, a: 2026 })
    expect(anneesMontrees(2024, null, [], JOUR)).toEqual({ de: 2024, a: 2024 })
  })

  test('tout : les années du contrat, ou celles des échéances quand il n’en dit pas', () => {
    expect(anneesMontrees('tout', { debut: '2023-03', fin: '2028' }, ['2031'], JOUR)).toEqual({ de: 2023, a: 2028 })
    expect(anneesMontrees('tout', { debut: '2023', fin: null }, ['2024-06', '2029'], JOUR)).toEqual({ de: 2024, a: 2029 })
    expect(anneesMontrees('tout', null, [], JOUR)).toEqual({ de: 2026, a: 2026 })
    expect(anneesMontrees('tout', null, ['1950'], JOUR)).toEqual({ de: 1950, a: 1979 })
  })

  test('le titre dit ce qui passe son échéance', () => {
    expect(titreDuCalendrier({ total: 0, echues: 0 }, 2026, 2026)).toBe('Aucune action datée en 2026')
    expect(titreDuCalendrier({ total: 1, echues: 0 }, 2026, 2026)).toBe('1 action en 2026, aucune à l’échéance passée')
    expect(titreDuCalendrier({ total: 12, echues: 2 }, 2023, 2028)).toBe('12 actions de 2023 à 2028, 2 à l’échéance passée')
  })
})
