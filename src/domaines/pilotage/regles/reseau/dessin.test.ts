import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NIVEAUX, SECTEURS } from '#domaines/partenaires/schema/relations.ts'
import { dessiner, type ADessiner } from './dessin.ts'

const structures = (combien: number): ADessiner[] =>
  Array.from({ length: combien }, (_, rang) => ({
    id: `s${rang}`,
    nom: `Association numéro ${rang} du quartier des Bords de l’eau`,
    sigle: null,
    secteur: SECTEURS[(rang * rang) % SECTEURS.length]!,
    rang: rang % 3,
    liens: 1
  }))

describe('R-108 · le dessin', () => {
  test('à cent structures, deux noms voisins sont à quinze unités au moins l’un de l’autre, et tiennent dans le carré', () => {
    const { noeuds, cote } = dessiner(structures(100), [], null)
    for (const [rang, un] of noeuds.entries())
      for (const autre of noeuds.slice(rang + 1)) expect(Math.hypot(un.x - autre.x, un.y - autre.y)).toBeGreaterThanOrEqual(15)
    expect(cote).toBeLessThan(1200)
    for (const { x, y, etiquette } of noeuds) {
      expect(Math.hypot(x, y) + 12 + etiquette.length * 6.5).toBeLessThan(cote / 2 - 20)
      expect(etiquette.length).toBeLessThanOrEqual(25)
    }
  })

  test('celles d’un secteur sont côte à côte, et aucun nom n’est la tête en bas', () => {
    const { noeuds } = dessiner(structures(60), [], null)
    const secteurs = noeuds.map(({ secteur }) => secteur)
    const changements = secteurs.filter((secteur, rang) => rang > 0 && secteur !== secteurs[rang - 1]).length
    expect(changements).toBe(new Set(secteurs).size - 1)
    for (const { tourne } of noeuds) expect(Math.cos((tourne * Math.PI) / 180)).toBeGreaterThan(-0.01)
  })

  test('dans un secteur, celles d’une même communauté se suivent', () => {
    const trois = [1, 0, 1].map((rang, n) => ({ ...structures(3)[n]!, secteur: 'soins' as const, rang }))
    expect(dessiner(trois, [], null).noeuds.map(({ id }) => id)).toEqual(['s1', 's0', 's2'])
  })

  test('un tracé par niveau ; ceux de la structure que l’on regarde sont à part', () => {
    const lien = (un: number, autre: number, niveau: 1 | 2) => ({ un: `s${un}`, autre: `s${autre}`, niveau })
    const dessin = dessiner(structures(6), [lien(0, 1, 1), lien(1, 2, 1), lien(0, 3, 2), lien(0, 9, 2)], 's0')
    expect(dessin.traits.map(({ niveau, d }) => [niveau, d.split('M').length - 1])).toEqual([[1, 1]])
    expect(dessin.siens.map(({ niveau, d }) => [niveau, d.split('M').length - 1])).toEqual([
      [1, 1],
      [2, 1]
    ])
  })
})

test('les mêmes structures et les mêmes liens font le même dessin, dans quelque ordre qu’ils viennent', () => {
  const bout = fc.integer({ min: 0, max: 19 })
  const liens = fc.array(
    fc.record({ un: bout.map((n) => `s${n}`), autre: bout.map((n) => `s${n}`), niveau: fc.constantFrom(...NIVEAUX) }),
    { maxLength: 20 }
  )
  fc.assert(
    fc.property(fc.shuffledSubarray(structures(20), { minLength: 20 }), liens, (melangees, traces) => {
      expect(dessiner(melangees, traces, 's1')).toEqual(dessiner(structures(20), traces, 's1'))
    })
  )
})
