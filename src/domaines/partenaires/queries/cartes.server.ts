import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { estHabitante } from './volontaires.server.ts'

/** A contact as a card gives it out. */
export type ContactAEcrire = {
  nom: string
  courriel: string | null
  telephone: string | null
  fonctions: { structure: string; intitule: string | null }[]
}

/**
 * The people of the directory by name, with the functions that they hold today; one alone when her id is given. Those who accept no letter at
 * all are given out to nobody. One statement.
 */
export async function listerPourCartes(
  db: Tx,
  { collectiviteId }: Perimetre,
  id: string | null = null
): Promise<ContactAEcrire[]> {
  return (await db.execute(sql`
    select p.nom, p.courriel, p.telephone, coalesce((select json_agg(json_build_object('structure', s.nom, 'intitule', f.intitule) order by s.cle_nom)
        from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id and s.supprime_le is null
        where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fin is null), '[]') as fonctions
    from personnes p where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.courriels <> 'aucun' and not ${estHabitante(sql`p`)}
      ${id === null ? sql`` : sql`and p.id = ${id}`} order by p.cle_nom, p.id`)) as unknown as ContactAEcrire[]
}
