import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTES, OBJETS } from './libelles.ts'
import { CHAMPS, CHAMPS_TUS } from './libelles/champs.ts'

const sources = (motif: string) => globSync(motif).map((fichier) => readFileSync(fichier, 'utf8'))

test('chaque geste a ses mots dans l’historique', () => {
  const commandes = sources('src/domaines/**/*.server.ts').join('\n')
  const nommes = [...commandes.matchAll(/\bcommande\(\s*'([^']+)'/g)].map(([, nom]) => nom!)
  const corbeilles = [...commandes.matchAll(/\bcorbeilleDe\(\s*'([^']+)'/g)].flatMap(([, nom]) => [
    `${nom}.retirer`,
    `${nom}.retablir`
  ])
  expect(nommes.length).toBeGreaterThan(30)
  expect([...nommes, ...corbeilles].filter((nom) => !(nom in ACTES))).toEqual([])
  // two acts of one name would be told by the words of one of them
  expect(nommes.filter((nom, rang) => nommes.indexOf(nom) !== rang)).toEqual([])
})

test('chaque table dont on garde l’histoire a un nom, et chacune de ses colonnes aussi', () => {
  const cloisons = sources('migrations/*.sql').join('\n')
  const tables = [...cloisons.matchAll(/cloisonner\('(\w+)', '(\w+)'\)/g)].map(([, table]) => table!)
  expect(tables.filter((table) => !(table in OBJETS))).toEqual([])
  const dites = new Set([
    ...Object.keys(CHAMPS).map((champ) => champ.split('.').at(-1)),
    ...CHAMPS_TUS,
    'recherche',
    'mots',
    'dernier_import',
    'supprime_le'
  ])
  const colonnes = tables.flatMap((table) => {
    const cree = new RegExp(`CREATE TABLE "${table}" \\(([\\s\\S]*?)\\n\\);`).exec(cloisons)?.[1] ?? ''
    return [...cree.matchAll(/^\t"(\w+)"/gm)].map(([, colonne]) => `${table}.${colonne}`)
  })
  const ajoutees = [...cloisons.matchAll(/ALTER TABLE "(\w+)" ADD COLUMN "(\w+)"/g)].map(
    ([, table, colonne]) => `${table}.${colonne}`
  )
  expect(colonnes.length).toBeGreaterThan(100)
  expect([...colonnes, ...ajoutees].filter((colonne) => !dites.has(colonne.split('.')[1]))).toEqual([])
})
