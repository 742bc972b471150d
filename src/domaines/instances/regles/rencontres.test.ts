import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Participant, Tour } from '../schema/rencontres.ts'
import { clePaire, composerTours, memeSecteur, seConnaissent, toursPossibles } from './rencontres.ts'

/** So many people, of so many structures, of so many sectors, in turn. */
const desGens = (nombre: number, structures: number, secteurs: number): Participant[] =>
  Array.from({ length: nombre }, (_, rang) => ({
    id: `p${String(rang).padStart(3, '0')}`,
    structure: `structure ${rang % structures}`,
    secteur: `secteur ${(rang % structures) % secteurs}`
  }))

const RIEN = new Set<string>()

/** What must hold of all rounds, whoever comes. */
function verifier(gens: readonly Participant[], tours: readonly Tour[]): void {
  const vues = tours.flatMap(({ paires }) => paires.map(([un, autre]) => clePaire(un, autre)))
  expect(new Set(vues).size, 'personne ne se voit deux fois').toBe(vues.length)
  for (const { paires, pause } of tours) {
    expect([...paires.flat(), ...(pause ? [pause] : [])].toSorted(), 'chacun est une fois dans le tour').toEqual(
      gens.map(({ id }) => id).toSorted()
    )
    expect(pause === null).toBe(gens.length % 2 === 0)
  }
  const repos = gens.map(({ id }) => tours.filter(({ pause }) => pause === id).length)
  expect(Math.max(...repos) - Math.min(...repos), 'les pauses sont partagées').toBeLessThanOrEqual(1)
}

const entre = (gens: readonly Participant[], tours: readonly Tour[]) => {
  const qui = new Map(gens.map((personne) => [personne.id, personne]))
  return tours.flatMap(({ paires }) => paires.map(([un, autre]) => [qui.get(un)!, qui.get(autre)!] as const))
}

const tablee = fc
  .record({
    nombre: fc.integer({ min: 4, max: 17 }),
    structures: fc.integer({ min: 1, max: 8 }),
    secteurs: fc.integer({ min: 1, max: 5 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    graine: fc.integer()
  })
  .chain((dit) =>
    fc.record({
      tours: fc.integer({ min: 1, max: toursPossibles(dit.nombre) }),
      connues: fc.array(fc.tuple(fc.nat(dit.nombre - 1), fc.nat(dit.nombre - 1)), { maxLength: 30 }),
      ...Object.fromEntries(Object.entries(dit).map(([cle, valeur]) => [cle, fc.constant(valeur)]))
    })
  ) as fc.Arbitrary<{
  nombre: number
  structures: number
  secteurs: number
  graine: number
  tours: number
  connues: [number, number][]
}>

describe('R-099 · les rencontres express', () => {
  test('quels que soient les gens et le nombre de tours possible, nul ne se revoit, nul ne manque, les pauses sont partagées', () =>
    fc.assert(
      fc.property(tablee, ({ nombre, structures, secteurs, graine, tours, connues }) => {
        const gens = desGens(nombre, structures, secteurs)
        const connus = new Set(
          connues.filter(([un, autre]) => un !== autre).map(([un, autre]) => clePaire(gens[un]!.id, gens[autre]!.id))
        )
        const composes = composerTours({ gens, connus, tours, graine })!
        expect(composes).toHaveLength(tours)
        verifier(gens, composes)
      }),
      { numRuns: 150 }
    ))

  test('le premier tour ne réunit personne qui se connaisse, dès que c’est possible', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 60 }),
        fc.integer(),
        (moitie, tires, graine) => {
          const gens = desGens(2 * moitie, 2 * moitie, 3)
          // a way is kept open: the first half with the second
          const ouvertes = new Set(gens.slice(0, moitie).map(({ id }, rang) => clePaire(id, gens[rang + moitie]!.id)))
          const connus = new Set(
            tires
              .filter(([un, autre]) => un !== autre && un < gens.length && autre < gens.length)
              .map(([un, autre]) => clePaire(gens[un]!.id, gens[autre]!.id))
              .filter((paire) => !ouvertes.has(paire))
          )
          const tours = composerTours({ gens, connus, tours: 1, graine })!
          expect(entre(gens, tours).filter(([un, autre]) => seConnaissent(un, autre, connus))).toEqual([])
        }
      ),
      { numRuns: 150 }
    ))

  test('huit personnes de quatre structures : quatre tours, et jamais deux de la même', () => {
    const gens = desGens(8, 4, 4)
    const tours = composerTours({ gens, connus: RIEN, tours: 4, graine: 1 })!
    verifier(gens, tours)
    expect(entre(gens, tours).filter(([un, autre]) => un.structure === autre.structure)).toEqual([])
  })

  test('huit personnes, sept tours : chacune a rencontré toutes les autres', () => {
    const gens = desGens(8, 4, 4)
    const tours = composerTours({ gens, connus: RIEN, tours: 7, graine: 1 })!
    verifier(gens, tours)
    expect(entre(gens, tours)).toHaveLength(28)
  })

  test('vingt et une personnes, six tours : six font une pause, une fois ; ni même structure, ni même secteur', () => {
    const gens = desGens(21, 7, 5)
    const tours = composerTours({ gens, connus: RIEN, tours: 6, graine: 3 })!
    verifier(gens, tours)
    expect(new Set(tours.map(({ pause }) => pause)).size).toBe(6)
    expect(entre(gens, tours).filter(([un, autre]) => seConnaissent(un, autre, RIEN) || memeSecteur(un, autre))).toEqual([])
  })

  test('quarante-cinq personnes, huit tours, la moitié des paires déjà connues : que des visages nouveaux, en moins d’une seconde', () => {
    const gens = desGens(45, 20, 8)
    const connus = new Set<string>()
    for (const [un, elle] of gens.entries())
      for (const [autre, lui] of gens.entries()) if (un < autre && (un + autre) % 2 === 0) connus.add(clePaire(elle.id, lui.id))
    const debut = performance.now()
    const tours = composerTours({ gens, connus, tours: 8, graine: 5 })!
    expect(performance.now() - debut).toBeLessThan(1_000)
    verifier(gens, tours)
    expect(entre(gens, tours)).toHaveLength(8 * 22)
    expect(entre(gens, tours).filter(([un, autre]) => seConnaissent(un, autre, connus))).toEqual([])
  })

  test('quand une structure est plus nombreuse que toutes les autres, seules les paires de trop y sont prises', () => {
    const gens = desGens(10, 10, 10).map((personne, rang) => (rang < 7 ? { ...personne, structure: 'la Ville' } : personne))
    const tours = composerTours({ gens, connus: RIEN, tours: 3, graine: 1 })!
    verifier(gens, tours)
    // seven of ten are of the town: three meet the others, the four who remain make two pairs
    expect(entre(gens, tours).filter(([un, autre]) => un.structure === autre.structure)).toHaveLength(3 * 2)
  })

  // any first round leaves room for all the others: a complete graph is cut the same way from any of its pairings
  test.each([4, 5, 6, 7, 8])('à %i personnes, un tour tenu laisse composer tous les autres qui restent possibles', (nombre) => {
    const gens = desGens(nombre, nombre, 3)
    for (let graine = 1; graine <= 40; graine++) {
      const gardes = composerTours({ gens, connus: RIEN, tours: 1, graine })!
      const tours = toursPossibles(nombre) - 1
      const suite = composerTours({ gens, connus: RIEN, tours, graine: graine + 7, gardes })
      expect(suite, `graine ${graine}`).not.toBeNull()
      verifier(gens, [...gardes, ...suite!])
    }
  })

  test('recomposer à partir d’un tour garde les premiers : on ne s’y revoit pas, et qui s’est reposé attend', () => {
    const gens = desGens(9, 9, 3)
    const gardes = composerTours({ gens, connus: RIEN, tours: 2, graine: 1 })!
    const suite = composerTours({ gens, connus: RIEN, tours: 2, graine: 9, gardes })!
    verifier(gens, [...gardes, ...suite])
    // someone left in the meantime: the eight who stay need no rest
    const partie = composerTours({ gens: gens.slice(1), connus: RIEN, tours: 2, graine: 9, gardes })!
    verifier(gens.slice(1), partie)
  })

  test('la même graine donne les mêmes tours, une autre en donne d’autres', () => {
    const gens = desGens(12, 12, 12)
    const avec = (graine: number) => composerTours({ gens, connus: RIEN, tours: 3, graine })
    expect(avec(1)).toEqual(avec(1))
    expect(avec(1)).not.toEqual(avec(2))
  })

  test('plus de tours que de personnes à rencontrer : c’est dit, et rien n’est composé', () => {
    expect(composerTours({ gens: desGens(6, 6, 6), connus: RIEN, tours: 6, graine: 1 })).toBeNull()
    expect([1, 2, 5, 6].map(toursPossibles)).toEqual([0, 1, 5, 5])
  })
})
