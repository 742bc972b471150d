import { readFile } from 'node:fs/promises'
import { SYSTEME, type Perimetre } from '../src/platform/acteur.ts'
import { lireClasseur } from '../src/platform/classeur.server.ts'
import type { Db } from '../src/platform/db.server.ts'
import { importerPlan } from '../src/domaines/actions/commands/importer.server.ts'
import { lirePlan } from '../src/domaines/actions/regles/plan/lire.ts'
import { perimetreSysteme } from '../src/domaines/comptes/queries.server.ts'
import { creerTerritoire } from '../src/domaines/territoires/commands.server.ts'

/** Keeps a figure beside its limit, or beside a peer of the same run; null where nothing is promised. */
export type Noter = (banc: string, mesure: string, repere: string, tenu: boolean | null) => void

/** How long an act took, in seconds. */
export async function chrono<T>(agir: () => Promise<T>): Promise<[T, number]> {
  const debut = performance.now()
  return [await agir(), (performance.now() - debut) / 1000]
}

/** What a process holds in memory now, in Mo; NaN where /proc is not. */
export const memoireDe = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? Number.NaN) / 1024

export const s = (secondes: number): string => `${secondes.toFixed(2)} s`

/** A territory of its own, by the code of its town. */
export async function unLieu(db: Db, code: string): Promise<{ perimetre: Perimetre; slug: string }> {
  const fait = await creerTerritoire({ db, acteur: SYSTEME }, { code, demonstration: true })
  if (!fait.ok) throw new Error(`territory ${code}`)
  return { perimetre: perimetreSysteme(fait.valeur.id), slug: fait.valeur.slug }
}

/** Reads a plan and writes it there. Answers its contract. */
export async function importer(db: Db, perimetre: Perimetre, plan: Uint8Array): Promise<string> {
  const fait = await importerPlan({ db, perimetre, acteur: SYSTEME }, { plan: lirePlan(await lireClasseur(plan, 'plan.xlsx')) })
  if (!fait.ok || fait.valeur.contratId === null) throw new Error('plan')
  return fait.valeur.contratId
}
