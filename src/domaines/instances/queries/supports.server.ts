import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Support } from '../schema/supports.ts'
import { supports } from '../tables/supports.server.ts'

const presents = ({ collectiviteId }: Pick<Perimetre, 'collectiviteId'>, seanceId: string) =>
  and(eq(supports.collectiviteId, collectiviteId), eq(supports.seanceId, seanceId), isNull(supports.supprimeLe))

/** The documents of a meeting, in the order in which they were given. One statement. */
export const listerSupports = (db: Tx, perimetre: Pick<Perimetre, 'collectiviteId'>, seanceId: string): Promise<Support[]> =>
  db
    .select({
      id: supports.id,
      intitule: supports.intitule,
      adresse: supports.adresse,
      genre: supports.genre,
      taille: supports.taille,
      texteAlternatif: supports.texteAlternatif
    })
    .from(supports)
    .where(presents(perimetre, seanceId))
    .orderBy(asc(supports.creeLe), asc(supports.id))

/** The file of a document; null when it is not of this territory (nor of this meeting, when one is named), was put aside, or is an address. */
export async function trouverSupport(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  id: string,
  seanceId?: string
) {
  const [lu] = await db
    .select()
    .from(supports)
    .where(
      and(
        eq(supports.collectiviteId, collectiviteId),
        eq(supports.id, id),
        isNull(supports.supprimeLe),
        seanceId ? eq(supports.seanceId, seanceId) : undefined
      )
    )
  return lu?.empreinte
    ? { ...lu, genre: lu.genre!, nomFichier: lu.nomFichier!, taille: lu.taille!, empreinte: lu.empreinte }
    : null
}
