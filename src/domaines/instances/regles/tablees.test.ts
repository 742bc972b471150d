import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Participant } from '../schema/rencontres.ts'
import { clePaire, memeSecteur, seConnaissent } from './rencontres.ts'
import { composerTablees, repetitionsInevitables, taillesDesTables } from './tablees.ts'

/** So many people, of so many structures, of so many sectors, in turn. */
const desGens = (nombre: number, structures = nombre, secteurs = structures): Participant[] =>
  Array.from({ length: nombre }, (_, rang) => ({
    id: `p${String(rang).padStart(3, '0')}`,
    structure: `structure ${rang % structures}`,
    secteur: `secteur ${(rang % structures) % secteurs}`
  }))

const RIEN = new Set<string>()

/** Every meeting of these rounds, under its name. */
const rencontres = (tours: readonly string[][][]): string[] =>
  tours.flat().flatMap((table) => table.flatMap((un, rang) => table.slice(rang + 1).map((autre) => clePaire(un, autre))))
const revues = (tours: readonly string[][][]) => rencontres(tours).length - new Set(rencontres(tours)).size

/** Everyone keeps the number of her chair, and goes on by as many tables: what a careful host would do without a computer. */
function parChaises(gens: readonly Participant[], taille: number, tours: number): string[][][] {
  const tables = Math.ceil(gens.length / taille)
  return Array.from({ length: tours }, (_, pas) =>
    Array.from({ length: tables }, (_, table) =>
      gens.flatMap(({ id }, rang) => (((rang % tables) + pas * Math.floor(rang / tables)) % tables === table ? [id] : []))
    )
  )
}

function verifier(
  gens: readonly Participant[],
  taille: number,
  { tours, repetitions }: ReturnType<typeof composerTablees>
): void {
  for (const tables of tours) {
    expect(tables.flat().toSorted(), 'chacun est une fois dans le tour').toEqual(gens.map(({ id }) => id).toSorted())
    const tailles = tables.map((table) => table.length)
    expect(Math.max(...tailles), 'nulle table n’est plus grande que demandé').toBeLessThanOrEqual(taille)
    expect(Math.min(...tailles), 'personne n’est seul').toBeGreaterThan(1)
    expect(Math.max(...tailles) - Math.min(...tailles), 'les tables se valent').toBeLessThanOrEqual(1)
  }
  expect(repetitions, 'ce qui se répète est compté').toBe(revues(tours))
}

const nombreDe = (
  gens: readonly Participant[],
  tours: readonly string[][][],
  deux: (a: Participant, b: Participant) => boolean
) => {
  const qui = new Map(gens.map((personne) => [personne.id, personne]))
  return rencontres(tours).filter((paire) => deux(...(paire.split(' ').map((id) => qui.get(id)!) as [Participant, Participant])))
    .length
}

describe('R-099 · les rencontres par tables', () => {
  test('quels que soient les gens, les tables et les tours : chacun a une place par tour, et jamais plus de retrouvailles qu’en changeant de table à la main', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 26 }),
        fc.integer({ min: 3, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer(),
        (nombre, taille, tours, secteurs, graine) => {
          const gens = desGens(nombre, Math.ceil(nombre / 2), secteurs)
          const composees = composerTablees({ gens, connus: RIEN, tours, taille, graine })
          expect(composees.tours).toHaveLength(tours)
          verifier(gens, taille, composees)
          expect(composees.repetitions).toBeLessThanOrEqual(revues(parChaises(gens, taille, tours)))
          expect(composees.repetitions, 'le plancher annoncé en est un').toBeGreaterThanOrEqual(composees.inevitables)
        }
      ),
      { numRuns: 40 }
    ))

  test.each([
    [8, 3, 4],
    [21, 3, 6],
    [21, 4, 5],
    [21, 5, 4],
    [45, 3, 6],
    [45, 4, 6],
    [45, 5, 6]
  ])('%i personnes par tables de %i, %i tours : personne ne se voit deux fois', (nombre, taille, tours) => {
    const gens = desGens(nombre, nombre, 6)
    const composees = composerTablees({ gens, connus: RIEN, tours, taille, graine: 3 })
    verifier(gens, taille, composees)
    expect(composees).toMatchObject({ repetitions: 0, inevitables: 0 })
  })

  test.each([
    [8, 4, 3, 8],
    [8, 5, 2, 4],
    [6, 3, 2, 2]
  ])(
    '%i personnes par tables de %i, %i tours : %i retrouvailles sont inévitables, et il n’y en a pas une de plus',
    (nombre, taille, tours, attendues) => {
      const composees = composerTablees({ gens: desGens(nombre), connus: RIEN, tours, taille, graine: 1 })
      expect(composees).toMatchObject({ repetitions: attendues, inevitables: attendues })
    }
  )

  test('quarante-cinq personnes, six tours : deux par structure ne se retrouvent pas, les métiers se mêlent, en bien moins de deux secondes', () => {
    const gens = desGens(45, 23, 8)
    const debut = performance.now()
    const { tours, repetitions } = composerTablees({ gens, connus: RIEN, tours: 6, taille: 4, graine: 5 })
    expect(performance.now() - debut).toBeLessThan(2_000)
    expect(repetitions).toBe(0)
    expect(nombreDe(gens, tours, (a, b) => seConnaissent(a, b, RIEN))).toBe(0)
    const auHasard = nombreDe(gens, parChaises(gens, 4, 6), memeSecteur)
    expect(nombreDe(gens, tours, memeSecteur)).toBeLessThan(auHasard / 3)
  })

  test('qui se connaît n’est mis ensemble que s’il le faut', () => {
    const gens = desGens(9)
    // three circles of three who know each other: in a single round each table takes one of each
    const connus = new Set(
      gens.flatMap((une, rang) =>
        gens.slice(rang + 1).flatMap((autre) => (rang % 3 === gens.indexOf(autre) % 3 ? [clePaire(une.id, autre.id)] : []))
      )
    )
    const { tours } = composerTablees({ gens, connus, tours: 1, taille: 3, graine: 2 })
    expect(rencontres(tours).filter((paire) => connus.has(paire))).toEqual([])
  })

  test('après un départ, les tours qui suivent évitent encore celles et ceux que l’on a vus', () => {
    const gens = desGens(20)
    const debut = composerTablees({ gens, connus: RIEN, tours: 2, taille: 4, graine: 1 }).tours
    const vus = rencontres(debut).map((paire) => paire.split(' ') as [string, string])
    const restent = gens.slice(1)
    const suite = composerTablees({ gens: restent, connus: RIEN, tours: 2, taille: 4, graine: 2, vus })
    expect(suite.repetitions).toBe(0)
    expect(rencontres(suite.tours).filter((paire) => rencontres(debut).includes(paire))).toEqual([])
  })

  test('la même graine donne les mêmes tables, une autre en donne d’autres', () => {
    const avec = (graine: number) => composerTablees({ gens: desGens(12), connus: RIEN, tours: 3, taille: 4, graine })
    expect(avec(1)).toEqual(avec(1))
    expect(avec(1).tours).not.toEqual(avec(2).tours)
  })

  test('les tables se valent à une personne près, et sont aussi peu nombreuses qu’il se peut', () => {
    expect([taillesDesTables(21, 4), taillesDesTables(8, 3), taillesDesTables(4, 3), taillesDesTables(5, 6)]).toEqual([
      [4, 4, 4, 3, 3, 3],
      [3, 3, 2],
      [2, 2],
      [5]
    ])
    const parTrois = (tours: number) => Array.from({ length: tours }, () => [3, 3, 3])
    expect(repetitionsInevitables(parTrois(4))).toBe(0)
    expect(repetitionsInevitables(parTrois(5))).toBe(9)
    // two pairs met before, and a fourth round needs all that there are
    expect(repetitionsInevitables(parTrois(4), 2)).toBe(2)
    // five people by two, one of whom rests, then by three: a table of three finds three places to come from
    expect(
      repetitionsInevitables([
        [2, 2, 1],
        [3, 2]
      ])
    ).toBe(0)
    expect(
      repetitionsInevitables([
        [3, 2],
        [3, 2]
      ])
    ).toBe(1)
  })
})
