import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citer, compter, enumerer, normaliser, propre, slug, typographier } from './texte.ts'

test('deux écritures du même nom sont le même nom', () => {
  for (const variante of ['ARS Île-de-France', 'ars  ile-de-france', ' Ars île‑de‑France. ', 'ARS I\u0302le-de-France'])
    expect(normaliser(variante)).toBe('ars ile-de-france')
  expect(normaliser('L’œuvre')).toBe(normaliser("l'oeuvre"))
})

test('normaliser deux fois ne change plus rien', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
      expect(normaliser(normaliser(texte))).toBe(normaliser(texte))
    })
  )
})

test('un nom fait une adresse', () => {
  expect(slug('Ville de Châtelet-en-Brie')).toBe('ville-de-chatelet-en-brie')
  expect(slug('***')).toBe('')
})

test('les espaces se nettoient, les paragraphes restent', () => {
  expect(propre('a\0b')).toBe('ab')
  expect(propre('  a \u00a0 b \r\n\r\n\r\n\r\n c ')).toBe('a b\n\nc')
})

test('la typographie française pose ses espaces insécables', () => {
  expect(typographier('« Prêt » ? 12 € : oui !')).toBe('«\u202fPrêt\u202f»\u202f? 12\u202f€\u00a0: oui\u202f!')
})

test('un titre se cite, et ses propres guillemets deviennent ceux d’une citation dans une autre', () => {
  expect(citer('Groupe santé')).toBe('«\u00a0Groupe santé\u00a0»')
  for (const espace of ['\u00a0', '\u202f', ' ', ''])
    expect(citer(`Groupe «${espace}Conduites addictives${espace}»`)).toBe('«\u00a0Groupe “Conduites addictives”\u00a0»')
})

test('les nombres s’accordent et les listes s’énumèrent', () => {
  expect([compter(0, 'action'), compter(1, 'action'), compter(1200, 'action')]).toEqual([
    '0 action',
    '1 action',
    '1\u202f200 actions'
  ])
  expect([enumerer([]), enumerer(['a']), enumerer(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b et c'])
})
