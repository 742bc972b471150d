import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abscisse, disposer, graduations, LARGEUR } from './frise.ts'

const trait = (cle: string, debut: string, fin: string | null, libelle = cle) => ({
  cle,
  libelle,
  debut,
  fin,
  ton: 'fil',
  dates: ''
})

describe('la frise, en plan', () => {
  test('le premier jour est au bord de gauche, le dernier au bord de droite, et le temps va d’un pas égal', () => {
    const [debut, milieu, fin] = ['2010-01-01', '2015-01-01', '2020-01-01'].map((jour) => abscisse(jour, 2010, 2019))
    expect(fin).toBe(LARGEUR - 8)
    expect(milieu! - debut!).toBeCloseTo(fin! - milieu!, 0)
  })

  test('ce qui se suit tient sur une rangée, ce qui se recouvre descend d’une', () => {
    const { couloirs } = disposer(
      [
        {
          cle: 'c',
          titre: 'C',
          segments: [
            trait('a', '2011-01-01', '2016-12-31'),
            trait('b', '2017-01-01', '2019-12-31'),
            trait('d', '2015-01-01', null)
          ]
        }
      ],
      2010,
      2020
    )
    const [a, b, d] = couloirs[0]!.places
    expect(b!.y).toBe(a!.y)
    expect(d!.y).toBeGreaterThan(a!.y)
  })

  test('jamais plus de quatorze années écrites', () => {
    expect(graduations(1990, 2030).length).toBeLessThanOrEqual(14)
    expect(graduations(2024, 2026).map(({ annee }) => annee)).toEqual([2024, 2025, 2026])
  })

  test('une étiquette trop longue est coupée, celle d’une barre mince se met à côté jusqu’à la suivante', () => {
    const { couloirs } = disposer(
      [
        {
          cle: 'c',
          titre: 'C',
          segments: [trait('a', '2011-01-01', '2011-03-01', 'Élections municipales'), trait('b', '2012-01-01', null, 'Suite')]
        }
      ],
      2000,
      2020
    )
    expect(couloirs[0]!.places[0]!.texte).toMatch(/^(?:|.*…)$/)
  })

  test('deux barres d’une même rangée ne se recouvrent jamais, et aucune ne sort du cadre', () => {
    const annee = fc.integer({ min: 2001, max: 2029 })
    fc.assert(
      fc.property(fc.array(fc.tuple(annee, fc.integer({ min: 0, max: 9 })), { maxLength: 12 }), (periodes) => {
        const segments = periodes
          .map(([de, duree], rang) => trait(String(rang), `${de}-01-01`, `${Math.min(2030, de + duree)}-12-31`))
          .toSorted((a, b) => (a.debut < b.debut ? -1 : 1))
        const { places } = disposer([{ cle: 'c', titre: 'C', segments }], 2000, 2030).couloirs[0]!
        for (const une of places) {
          expect(une.x + une.largeur).toBeLessThanOrEqual(LARGEUR)
          for (const autre of places)
            if (une !== autre && une.y === autre.y)
              expect(une.x + une.largeur <= autre.x + 0.5 || autre.x + autre.largeur <= une.x + 0.5).toBe(true)
        }
      })
    )
  })
})
