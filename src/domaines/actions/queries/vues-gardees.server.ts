import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { comptes } from '#domaines/comptes/tables.server.ts'
import { vues } from '../tables/suivi.server.ts'

export type VueGardee = Awaited<ReturnType<typeof listerVues>>[number]

/** More than a person finds her way in. */
const AU_PLUS = 100

/** The kept views that a member sees: hers first, then those that others share, by name. */
export async function listerVues(db: Tx, perimetre: Perimetre, compteId: string) {
  const lues = await db
    .select({
      id: vues.id,
      nom: vues.nom,
      adresse: vues.adresse,
      partagee: vues.partagee,
      compteId: vues.compteId,
      de: comptes.nom
    })
    .from(vues)
    .innerJoin(comptes, eq(comptes.id, vues.compteId))
    .where(
      and(
        eq(vues.collectiviteId, perimetre.collectiviteId),
        isNull(vues.supprimeLe),
        or(eq(vues.compteId, compteId), vues.partagee)
      )
    )
    .orderBy(desc(sql`${vues.compteId} = ${compteId}`), desc(vues.id))
    .limit(AU_PLUS)
  const autrui = (vue: { compteId: string }) => Number(vue.compteId !== compteId)
  return lues.toSorted((a, b) => autrui(a) - autrui(b) || a.nom.localeCompare(b.nom, 'fr'))
}
