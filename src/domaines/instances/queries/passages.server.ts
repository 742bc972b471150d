import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Passage } from '../schema/passages.ts'
import { passages } from '../tables/passages.server.ts'

/** The times the service went to one participatory body, the last first. One statement. */
export const lirePassages = (db: Tx, { collectiviteId }: Perimetre, instanceId: string): Promise<Passage[]> =>
  db
    .select({
      id: passages.id,
      date: passages.date,
      qui: passages.qui,
      sujets: passages.sujets,
      suite: passages.suite,
      exemple: passages.exemple
    })
    .from(passages)
    .where(and(eq(passages.collectiviteId, collectiviteId), eq(passages.instanceId, instanceId), isNull(passages.supprimeLe)))
    .orderBy(desc(passages.date), desc(passages.id))
