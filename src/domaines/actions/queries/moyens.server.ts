import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { structures } from '#domaines/partenaires/tables.server.ts'
import { indicateurs } from '../tables/indicateurs.server.ts'
import { postes, postesFractions } from '../tables/postes.server.ts'

/** The indicators that a condition chooses, with the name of who holds each figure. */
export const lireIndicateurs = (db: Tx, lesquels: SQL | undefined) =>
  db
    .select({
      ficheId: indicateurs.ficheId,
      id: indicateurs.id,
      intitule: indicateurs.intitule,
      unite: indicateurs.unite,
      initiale: indicateurs.initiale,
      cible: indicateurs.cible,
      definition: indicateurs.definition,
      nature: indicateurs.nature,
      source: indicateurs.source,
      frequence: indicateurs.frequence,
      detenteur: structures.nom,
      objectif: indicateurs.objectif
    })
    .from(indicateurs)
    .leftJoin(
      structures,
      and(eq(structures.collectiviteId, indicateurs.collectiviteId), eq(structures.id, indicateurs.detenteurId))
    )
    .where(lesquels)
    .orderBy(asc(indicateurs.rang))

/** What the fractions that a condition chooses take of living posts. */
export const lirePostesDesFiches = (db: Tx, lesquelles: SQL | undefined) =>
  db
    .select({
      ficheId: postesFractions.ficheId,
      posteId: postes.id,
      poste: postes.intitule,
      etp: postesFractions.etp,
      annee: postesFractions.annee,
      financeur: structures.nom,
      montant: postesFractions.montant
    })
    .from(postesFractions)
    .innerJoin(
      postes,
      and(
        eq(postes.collectiviteId, postesFractions.collectiviteId),
        eq(postes.id, postesFractions.posteId),
        isNull(postes.supprimeLe)
      )
    )
    .leftJoin(
      structures,
      and(eq(structures.collectiviteId, postesFractions.collectiviteId), eq(structures.id, postesFractions.structureId))
    )
    .where(lesquelles)
    .orderBy(asc(postesFractions.rang))

/** The titles of the living posts of a territory, for who writes one. */
export const listerIntitulesDePostes = async (db: Tx, { collectiviteId }: Perimetre): Promise<string[]> =>
  (
    await db
      .select({ intitule: postes.intitule })
      .from(postes)
      .where(and(eq(postes.collectiviteId, collectiviteId), isNull(postes.supprimeLe)))
      .orderBy(asc(postes.cleIntitule))
  ).map(({ intitule }) => intitule)

export type PartageDePoste = {
  id: string
  quotite: number
  parts: { ficheId: string; annee: number | null; etp: number }[]
}

/** The posts of which this fiche takes a part, each with all the parts that living actions take of it, in one statement. */
export async function partagesDesPostes(db: Tx, { collectiviteId }: Perimetre, ficheId: string): Promise<PartageDePoste[]> {
  return (await db.execute(sql`
    select p.id, p.quotite::float8 as quotite, json_agg(json_build_object('ficheId', pf.fiche_id, 'annee', pf.annee, 'etp', pf.etp)) as parts
    from postes p ${partsVivantes(collectiviteId)}
    where p.collectivite_id = ${collectiviteId} and p.supprime_le is null
      and p.id in (select poste_id from postes_fractions where collectivite_id = ${collectiviteId} and fiche_id = ${ficheId})
    group by p.id, p.quotite`)) as unknown as PartageDePoste[]
}

/** Joins to the posts `p` the parts `pf` that living actions `f` take of them; a sub-action lives while its action does. */
export const partsVivantes = (
  collectiviteId: string
): SQL => sql`join postes_fractions pf on pf.collectivite_id = ${collectiviteId} and pf.poste_id = p.id
      join fiches f on f.collectivite_id = ${collectiviteId} and f.id = pf.fiche_id and f.supprime_le is null
        and not exists (select 1 from fiches parent where parent.collectivite_id = ${collectiviteId} and parent.id = f.parent_id and parent.supprime_le is not null)`
