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
  const precisions = { date: '2035', fin: '2031', reference: 'arrêté n° 1' }
  for (const raison of [...raisons, 'nouvelle_fin_trop_tot', 'nouvelle_fin_avant_acte', 'nouvelle_fin_apres_suivante'])
    expect(direRefusContrat(raison, precisions), raison).not.toBe(ordinaire)
})
