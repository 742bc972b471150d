import { and, eq } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { ImportSuivi } from '../schema/import.ts'
import { importsDePlan } from '../tables/imports.server.ts'

/** A large import of this territory; null when there is none of that id. */
export async function lireImport(db: Tx, { collectiviteId }: Perimetre, id: string): Promise<ImportSuivi | null> {
  const [lu] = await db
    .select()
    .from(importsDePlan)
    .where(and(eq(importsDePlan.collectiviteId, collectiviteId), eq(importsDePlan.id, id)))
  if (!lu) return null
  const { collectiviteId: _, ...suivi } = lu
  return suivi
}
