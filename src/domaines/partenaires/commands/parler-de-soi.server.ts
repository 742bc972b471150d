import { and, eq, isNull } from 'drizzle-orm'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { fonctions, personnes, structures } from '../tables.server.ts'

/** A person of the directory who speaks by the link of her page, held until the act is written: the ids of where she is today; null for nobody. */
export async function sesStructures({ db, perimetre }: CtxTerritoire, id: string): Promise<string[] | null> {
  const ici = perimetre.collectiviteId
  const [personne] = await db
    .select({ id: personnes.id })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, ici), eq(personnes.id, id), isNull(personnes.supprimeLe)))
    .for('update')
  if (!personne) return null
  const siennes = await db
    .select({ id: structures.id })
    .from(fonctions)
    .innerJoin(structures, and(eq(structures.collectiviteId, ici), eq(structures.id, fonctions.structureId)))
    .where(
      and(eq(fonctions.collectiviteId, ici), eq(fonctions.personneId, id), isNull(fonctions.fin), isNull(structures.supprimeLe))
    )
  return siennes.map((une) => une.id)
}
