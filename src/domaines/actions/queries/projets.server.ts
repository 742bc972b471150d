import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'

export type ProjetLong = {
  id: string
  titre: string
  debut: DateFloue
  fin: DateFloue | null
  etapes: { intitule: string; echeance: DateFloue }[]
}

/** More would not be read on one line of time. */
const PROJETS_MAX = 12

/** Actions that several contracts bore one after another, with their dated steps: the twelve that began first; one statement. */
export const listerProjetsLongs = async (db: Tx, perimetre: Perimetre): Promise<ProjetLong[]> =>
  (await db.execute(sql`
    select f.id, f.titre, f.debut, f.fin,
      (select coalesce(json_agg(json_build_object('intitule', e.intitule, 'echeance', e.echeance) order by e.echeance), '[]')
        from etapes e where e.collectivite_id = f.collectivite_id and e.fiche_id = f.id and e.echeance is not null) as etapes
    from fiches f
    where f.collectivite_id = ${perimetre.collectiviteId} and f.supprime_le is null and f.parent_id is null and f.debut is not null
      and f.id in (
        select p.fiche_id from places p join contrats c on c.collectivite_id = p.collectivite_id and c.id = p.contrat_id and c.supprime_le is null
        where p.collectivite_id = ${perimetre.collectiviteId} and p.axe_id is not null group by p.fiche_id having count(distinct p.contrat_id) > 1)
    order by f.debut, f.titre limit ${PROJETS_MAX}`)) as unknown as ProjetLong[]
