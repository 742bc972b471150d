import { and, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Lecteur } from '#platform/db.server.ts'
import { fonctions, structures } from '../tables.server.ts'

/** The ids of the structures where a person is today. */
export async function sesStructures(db: Lecteur, { collectiviteId: ici }: Perimetre, personneId: string): Promise<string[]> {
  const siennes = await db
    .select({ id: structures.id })
    .from(fonctions)
    .innerJoin(structures, and(eq(structures.collectiviteId, ici), eq(structures.id, fonctions.structureId)))
    .where(
      and(
        eq(fonctions.collectiviteId, ici),
        eq(fonctions.personneId, personneId),
        isNull(fonctions.fin),
        isNull(structures.supprimeLe)
      )
    )
  return siennes.map(({ id }) => id)
}
