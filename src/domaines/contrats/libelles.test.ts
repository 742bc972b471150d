import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { direRefusContrat } from './libelles.ts'

const commandes = new URL('commands/', import.meta.url)
const raisons = readdirSync(commandes)
  .filter((nom) => /(?<!\.test)\.ts$/.test(nom) && !nom.includes('.test.'))
  .flatMap((nom) => [...readFileSync(new URL(nom, commandes), 'utf8').matchAll(/refuser\('(\w+)'/g)].map(([, raison]) => raison!))

test('chaque refus d’un geste sur le contrat a sa phrase', () => {
  expect(raisons.length).toBeGreaterThan(12)
  const ordinaire = direRefusContrat('un refus que personne ne connaît')
  for (const raison of raisons) expect(direRefusContrat(raison), raison).not.toBe(ordinaire)
})
