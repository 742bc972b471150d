import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Perimetre } from './acteur.ts'
import type { CtxTerritoire } from './commande.server.ts'
import { lecture, type Db } from './db.server.ts'
import { fichiersMorceaux } from './tables.server.ts'

/** A file of 25 Mo never stands whole in the memory of a reading: it comes and goes by pieces of this size. */
const MORCEAU = 512 * 1024

const celui = ({ collectiviteId }: Perimetre, empreinte: string) =>
  and(eq(fichiersMorceaux.collectiviteId, collectiviteId), eq(fichiersMorceaux.empreinte, empreinte))

/** Keeps a file in the transaction of the act, once for each territory whatever its name; answers its hash (SHA-256, in hexadecimal). */
export async function garderFichier({ db, perimetre }: CtxTerritoire, octets: Uint8Array): Promise<string> {
  const empreinte = createHash('sha256').update(octets).digest('hex')
  const [connu] = await db
    .select({ rang: fichiersMorceaux.rang })
    .from(fichiersMorceaux)
    .where(celui(perimetre, empreinte))
    .limit(1)
  if (connu) return empreinte
  for (let rang = 0; rang * MORCEAU < octets.length; rang++)
    await db
      .insert(fichiersMorceaux)
      .values({
        collectiviteId: perimetre.collectiviteId,
        empreinte,
        rang,
        octets: octets.subarray(rang * MORCEAU, (rang + 1) * MORCEAU)
      })
      // someone else may be sending the same file
      .onConflictDoNothing()
  return empreinte
}

/** A kept file as it was, piece by piece as it is asked for: no transaction waits for a slow reader. */
export function lireFichier(perimetre: Perimetre, empreinte: string, taille: number, db?: Db): ReadableStream<Uint8Array> {
  let rang = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const [lu] = await lecture(
          perimetre,
          (tx) =>
            tx
              .select({ octets: fichiersMorceaux.octets })
              .from(fichiersMorceaux)
              .where(and(celui(perimetre, empreinte), eq(fichiersMorceaux.rang, rang))),
          db
        )
        if (!lu) throw new Error(`a kept file lacks its piece ${rang}`)
        controller.enqueue(new Uint8Array(lu.octets))
        if (++rang * MORCEAU >= taille) controller.close()
      }
    },
    { highWaterMark: 0 }
  )
}
