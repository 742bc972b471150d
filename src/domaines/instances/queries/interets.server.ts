import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

export type InteretsAuLien = {
  sujetId: string
  personneId: string
  /** when she came into the directory */
  depuis: string
  /** the day (AAAA-MM-JJ) on which she is to be erased, when it was asked */
  effacerLe: string | null
  groupes: { id: string; nom: string; theme: string | null; choisi: boolean }[]
}

/** Whether the person `qui` said that the theme of a body interests her: that body, or another of the same theme. */
export const sInteresse = (qui: SQL, instanceId: SQL): SQL => sql`exists (select 1 from interets z
    join instances zi on zi.collectivite_id = z.collectivite_id and zi.id = z.instance_id
    join instances zn on zn.collectivite_id = z.collectivite_id and zn.id = ${instanceId}
    where z.personne_id = ${qui} and (zi.id = zn.id or zi.axe_id = zn.axe_id))`

/**
 * The person that the link of a letter is about (an invitation, a letter, or herself): since when she is known, and which groups interest her. Null
 * when the letter went to a house. One statement.
 */
export async function interetsAuLien(db: Tx, { collectiviteId }: Perimetre, sujetId: string): Promise<InteretsAuLien | null> {
  const [lue] = (await db.execute(sql`
    with qui as (
      select personne_id as id from invitations where collectivite_id = ${collectiviteId} and id = ${sujetId}
      union select personne_id from envois where collectivite_id = ${collectiviteId} and id = ${sujetId}
      union select id from personnes where collectivite_id = ${collectiviteId} and id = ${sujetId})
    select ${sujetId}::text as "sujetId", qui.id as "personneId", p.cree_le as depuis,
      (select e.prevu_le from effacements e where e.collectivite_id = p.collectivite_id and e.personne_id = p.id) as "effacerLe",
      (select coalesce(json_agg(json_build_object('id', n.id, 'nom', n.nom, 'theme', a.intitule, 'choisi', z.id is not null) order by n.nom), '[]')
        from instances n left join axes a on a.collectivite_id = n.collectivite_id and a.id = n.axe_id
          left join interets z on z.collectivite_id = n.collectivite_id and z.instance_id = n.id and z.personne_id = qui.id
        where n.collectivite_id = ${collectiviteId} and n.supprime_le is null and n.nature in ('groupe', 'clsm_groupe')) as groupes
    from qui join personnes p on p.collectivite_id = ${collectiviteId} and p.id = qui.id limit 1`)) as unknown as InteretsAuLien[]
  return lue ?? null
}

/** Whom a body interests, by name. One statement. */
export async function quiSInteresse(
  db: Tx,
  { collectiviteId }: Perimetre,
  instanceId: string
): Promise<{ id: string; nom: string; structure: string | null }[]> {
  return (await db.execute(sql`
    select p.id, p.nom, (select string_agg(h.nom, ', ' order by h.nom) from fonctions f join structures h on h.collectivite_id = f.collectivite_id and h.id = f.structure_id
        where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fin is null) as structure
    from interets z join personnes p on p.collectivite_id = z.collectivite_id and p.id = z.personne_id and p.supprime_le is null
    where z.collectivite_id = ${collectiviteId} and z.instance_id = ${instanceId} order by p.cle_nom`)) as unknown as {
    id: string
    nom: string
    structure: string | null
  }[]
}
