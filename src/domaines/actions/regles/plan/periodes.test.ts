import { describe, expect, test } from 'vitest'
import { lirePeriode } from './periodes.ts'

describe('un temps dit en mots', () => {
  test.each([
    ['fin 2026', '2026-10', '2026-12'],
    ['début 2027', '2027-01', '2027-03'],
    ['mi-2026', '2026-06', '2026-06'],
    ['T2 2026', '2026-04', '2026-06'],
    ['2e trimestre 2026', '2026-04', '2026-06'],
    ['4ème trimestre 2026', '2026-10', '2026-12'],
    ['1er semestre 2026', '2026-01', '2026-06'],
    ['S2 2026', '2026-07', '2026-12'],
    ['été 2026', '2026-06', '2026-08'],
    ['Automne 2026', '2026-09', '2026-11'],
    ['rentrée 2026', '2026-09', '2026-09'],
    ['2026-2027', '2026', '2027'],
    ['2026/27', '2026', '2027'],
    ['2026 – 2027', '2026', '2027'],
    ['de 2026 à 2027', '2026', '2027'],
    ['Septembre 2024 – 30 juin 2026', '2024-09', '2026-06-30'],
    ['depuis 2023', '2023', null],
    ['Depuis septembre 2024', '2024-09', null],
    ['à partir de mars 2026', '2026-03', null],
    ['jusqu’en 2024', null, '2024'],
    ['Jusqu’au 30 juin 2026', null, '2026-06-30']
  ])('« %s » : de %s à %s', (texte, debut, fin) => expect(lirePeriode(texte)).toMatchObject({ debut, fin }))

  test.each(['bientôt', '2027-2026', 'T5 2026', 'tout au long de l’année', 'hiver 2026', '2026 puis 2027 et 2028'])(
    '« %s » n’est pas compris',
    (texte) => expect(lirePeriode(texte)).toBeNull()
  )
})
