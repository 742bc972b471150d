import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Exigence = { numero: string; phrase: string; etape: number; etat: string; essais: string[] }

/** The rows of docs/exigences.md: number, French sentence, stage, state, tests that name it. */
export function lireExigences(texte: string): Exigence[] {
  return [...texte.matchAll(/^\| (R-\d{3}) \| (.+?) \| (\d) \| (.+?) \| (.*?) \|$/gm)].map(
    ([, numero, phrase, etape, etat, essais]) => ({
      numero: numero!,
      phrase: phrase!,
      etape: Number(etape),
      etat: etat!,
      essais: essais!.split(', ').filter(Boolean)
    })
  )
}

/** Which test files name each requirement: « R-001 » in a title or a comment. */
export function essaisParExigence(racines = ['src', 'tests', 'scripts']): Map<string, string[]> {
  const trouves = new Map<string, string[]>()
  for (const racine of racines)
    for (const entree of readdirSync(racine, { recursive: true, withFileTypes: true })) {
      if (!entree.isFile() || !entree.name.endsWith('.test.ts') || entree.name === 'exigences.test.ts') continue
      const chemin = join(entree.parentPath, entree.name)
      for (const [numero] of new Set(readFileSync(chemin, 'utf8').match(/R-\d{3}/g) ?? []).entries())
        trouves.set(numero, [...(trouves.get(numero) ?? []), chemin])
    }
  return trouves
}

// `node scripts/exigences.ts`: writes the column of tests again, from the tests themselves
if (process.argv[1]?.endsWith('exigences.ts')) {
  const { writeFileSync } = await import('node:fs')
  const par = essaisParExigence()
  const texte = readFileSync('docs/exigences.md', 'utf8').replace(
    /^\| (R-\d{3}) \| (.+?) \| (\d) \| (.+?) \| .*? \|$/gm,
    (_, numero: string, phrase: string, etape: string, etat: string) =>
      `| ${numero} | ${phrase} | ${etape} | ${etat} | ${(par.get(numero) ?? []).toSorted().join(', ')} |`
  )
  writeFileSync('docs/exigences.md', texte)
}
