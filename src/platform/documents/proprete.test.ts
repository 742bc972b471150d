import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imprimer, toutImprimer } from './proprete.ts'

test('les caractères de contrôle, les moitiés de paire et les puces privées de Word disparaissent', () => {
  expect(imprimer('a\u0000b\u0007c\ud800d\uf0b7e\u200bf')).toBe('abc\ufffdd•ef')
  expect(imprimer('un\r\ndeux\u2028trois\tquatre')).toBe('un\ndeux\ntrois quatre')
})

test('la typographie française est posée : « oui ; non : 10 € »', () => {
  expect(imprimer('« oui ; non : 10 € »')).toBe('«\u202foui\u202f; non\u00a0: 10\u202f€\u202f»')
})

test('nettoyer deux fois ne change rien de plus, et aucun texte ne porte ce que XML refuse', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (texte) => {
      const propre = imprimer(texte)
      expect(imprimer(propre)).toBe(propre)
      // eslint-disable-next-line no-control-regex
      expect(propre).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
    })
  )
})

test('toutes les chaînes d’une valeur sont nettoyées, le reste est gardé', () => {
  expect(toutImprimer({ a: ['x\u0000'], n: 2, vide: null, vrai: true })).toEqual({ a: ['x'], n: 2, vide: null, vrai: true })
})
