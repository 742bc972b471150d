import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { signature } from '../regles/plan/memoire.ts'
import type { Memoire } from '../schema/appariement.ts'
import { appariements } from '../tables/appariements.server.ts'

/** Under which a set of names of columns is remembered. */
export const empreinteDesNoms = (noms: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(signature(noms)))
    .digest('hex')

/** What this territory said of columns of these names; null when it never did. */
export async function lireAppariement(db: Tx, perimetre: Perimetre, noms: readonly string[]): Promise<Memoire | null> {
  const [lu] = await db
    .select({ choix: appariements.choix })
    .from(appariements)
    .where(and(eq(appariements.collectiviteId, perimetre.collectiviteId), eq(appariements.empreinte, empreinteDesNoms(noms))))
  return lu?.choix ?? null
}
