import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coupler, type Arete } from './couplage.ts'

/** Every way of pairing, tried one by one. */
function moinsCher(libres: number[], aretes: readonly Arete[]): number | null {
  const [un, ...reste] = libres
  if (un === undefined) return 0
  let mieux: number | null = null
  for (const autre of reste) {
    const arete = aretes.find((une) => (une.un === un && une.autre === autre) || (une.un === autre && une.autre === un))
    if (!arete) continue
    const suite = moinsCher(
      reste.filter((libre) => libre !== autre),
      aretes
    )
    if (suite !== null && (mieux === null || suite + arete.cout < mieux)) mieux = suite + arete.cout
  }
  return mieux
}

const graphe = fc.integer({ min: 1, max: 4 }).chain((moitie) => {
  const n = 2 * moitie
  const toutes = Array.from({ length: n }, (_, un) =>
    Array.from({ length: n - un - 1 }, (__, pas) => [un, un + pas + 1] as const)
  ).flat()
  return fc
    .array(fc.option(fc.integer({ min: 0, max: 30 })), { minLength: toutes.length, maxLength: toutes.length })
    .map((couts) => ({
      n,
      aretes: toutes.flatMap(([un, autre], rang) => {
        const cout = couts[rang]
        return cout === null || cout === undefined ? [] : [{ un, autre, cout }]
      })
    }))
})

test('le couplage rendu est le moins cher de tous, et il est nul quand il n’y en a pas', () => {
  fc.assert(
    fc.property(graphe, ({ n, aretes }) => {
      const couples = coupler(n, aretes)
      const attendu = moinsCher(
        Array.from({ length: n }, (_, rang) => rang),
        aretes
      )
      if (couples === null) {
        expect(attendu).toBeNull()
        return
      }
      expect(couples.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, rang) => rang))
      const cout = couples.reduce(
        (somme, [un, autre]) => somme + aretes.find((arete) => arete.un === un && arete.autre === autre)!.cout,
        0
      )
      expect(cout).toBe(attendu)
    }),
    { numRuns: 400 }
  )
})
