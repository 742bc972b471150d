import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const lire = (fichier: string) => readFileSync(fichier, 'utf8')

test('le README nomme chaque réglage que le serveur lit', () => {
  const reglages = [...lire('src/platform/env.server.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, nom]) => nom!)
  expect(reglages.length).toBeGreaterThan(10)
  const readme = lire('README.md')
  expect(reglages.filter((nom) => !readme.includes(`\`${nom}\``))).toEqual([])
})

test('le lexique ne dit pas deux fois la même ligne', () => {
  const lignes = lire('docs/lexique.md')
    .split('\n')
    .filter((ligne) => /^\| [^-:]/.test(ligne) && !/^\| mot /.test(ligne))
  expect(lignes.filter((ligne, rang) => lignes.indexOf(ligne) !== rang)).toEqual([])
})
