import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { situer, verifier, type Fichier } from './architecture.ts'

const SRC = resolve('src')
const ALIAS: [RegExp, string][] = [
  [/^#(platform|domaines|ui)\//, '$1/'],
  [/^#src\//, '']
]

/** The imports of a file: `src:<path>` inside the house, the bare name outside; `type:` and `sceau:` tell how. */
function importsDe(chemin: string): string[] {
  const texte = readFileSync(chemin, 'utf8')
  const trouves: string[] = []
  for (const [, type, quoi, nom] of texte.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:([\w\s{},*$]+?)\s*from\s+)?['"]([^'"]+)['"]/g
  )) {
    const interieur = nom!.startsWith('.')
      ? relative(SRC, resolve(dirname(chemin), nom!))
      : ALIAS.reduce((vu, [de, vers]) => vu.replace(de, vers), nom!)
    const dedans = nom!.startsWith('.') ? !interieur.startsWith('..') : /^#(?:platform|domaines|ui|src)\//.test(nom!)
    trouves.push(dedans ? `src:${interieur}` : nom!)
    if (dedans && type) trouves.push(`type:${interieur}`)
    if (dedans && /scellerPerimetre|ouvrirPerimetre/.test(quoi ?? '')) trouves.push(`sceau:${interieur}`)
  }
  return trouves
}

const fichiers = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entree) => entree.isFile() && /\.(?:ts|svelte)$/.test(entree.name) && !entree.name.endsWith('.d.ts'))
  .map((entree): Fichier => {
    const chemin = join(entree.parentPath, entree.name)
    return { chemin: relative(SRC, chemin), imports: importsDe(chemin) }
  })

test('les murs de la maison tiennent', () => {
  expect(fichiers.length).toBeGreaterThan(100)
  expect(verifier(fichiers)).toEqual([])
})

test.each<[string, string, string[]]>([
  ['salle inconnue', 'domaines/divers/schema.ts', []],
  ['genre inconnu', 'domaines/actions/utils.ts', []],
  ['cadre hors des portes', 'domaines/actions/ui/Page.svelte', ['$app/state']],
  ['fichier pur impur', 'domaines/actions/regles.ts', ['drizzle-orm']],
  ['fichier pur impur', 'domaines/actions/regles.ts', ['src:platform/db.server.ts']],
  ['porte importée', 'domaines/actions/queries.server.ts', ['src:routes/session.server.ts']],
  ['mobilier qui connaît une salle', 'ui/Bouton.svelte', ['src:domaines/actions/schema.ts']],
  ['cave qui connaît une salle', 'platform/db.server.ts', ['src:domaines/comptes/schema.ts']],
  ['regard vers la droite', 'domaines/contrats/queries.server.ts', ['src:domaines/actions/schema/mots.ts']],
  ['genre interdit', 'domaines/contrats/queries.server.ts', ['src:domaines/contrats/commands.server.ts']],
  ['commande d’une autre salle', 'domaines/actions/queries/x.server.ts', ['src:domaines/contrats/commands/contrat.server.ts']],
  ['page qui connaît le serveur', 'domaines/actions/ui/Page.svelte', ['src:domaines/actions/queries/x.server.ts']],
  [
    'périmètre scellé hors de comptes',
    'domaines/actions/commands/x.server.ts',
    ['src:platform/acteur.ts', 'sceau:platform/acteur.ts']
  ],
  ['essai importé', 'domaines/actions/queries/x.server.ts', ['src:domaines/actions/queries/x.server.test.ts']],
  ['salle qui connaît la maison', 'domaines/actions/commands/x.server.ts', ['src:consequences.server.ts']]
])('le contrôle voit la faute « %s »', (regle, chemin, imports) => {
  expect(verifier([{ chemin, imports }]).map((faute) => faute.regle)).toContain(regle)
})

test('le contrôle lit bien ce qu’un fichier importe', () => {
  expect(importsDe(join(SRC, 'domaines/actions/ui/PagePortefeuille.svelte'))).toContain(
    'type:domaines/actions/queries/portefeuille.server.ts'
  )
  expect(situer('domaines/actions/commands/fiche.server.ts')).toMatchObject({
    domaine: 'actions',
    genre: 'commands',
    serveur: true
  })
})
