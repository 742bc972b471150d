import { expect, test } from 'vitest'
import { arbreDesObjectifs, aplatirObjectifs } from './objectifs.ts'
import { joursDeRetard, partEngagee } from './suivi.ts'

test('le retard se compte après le dernier jour que la fin couvre, et jamais pour une action finie', () => {
  expect(joursDeRetard({ statut: 'en_cours', fin: '2026-10' }, '2026-10-31')).toBe(0)
  expect(joursDeRetard({ statut: 'en_cours', fin: '2026-10' }, '2026-11-22')).toBe(22)
  expect(joursDeRetard({ statut: null, fin: '2025' }, '2026-01-01')).toBe(1)
  for (const statut of ['realise', 'abandonne'] as const) expect(joursDeRetard({ statut, fin: '2020' }, '2026-01-01')).toBe(0)
  expect(joursDeRetard({ statut: 'en_cours', fin: null }, '2026-01-01')).toBe(0)
})

test('la part engagée compte ce qui a commencé, sans ce qui est abandonné', () => {
  expect(partEngagee(['en_cours', 'realise', 'a_venir', 'abandonne', null])).toBe(50)
  expect(partEngagee(['abandonne'])).toBeNull()
})

test('chaque objectif se range sous le plus proche plus large écrit avant lui', () => {
  const plats = (['specifique', 'general', 'operationnel', 'specifique', 'operationnel', 'general'] as const).map(
    (niveau, rang) => ({ niveau, texte: `${rang}`, resultat: null })
  )
  const arbre = arbreDesObjectifs(plats)
  expect(arbre.map(({ texte, enfants }) => [texte, enfants.length])).toEqual([
    ['0', 0],
    ['1', 2],
    ['5', 0]
  ])
  expect(aplatirObjectifs(arbre)).toEqual(plats)
})
