import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

export type Charte = {
  id: string
  structureId: string
  structure: string
  annee: number
  signeeLe: string | null
  contactId: string | null
  contact: string | null
  infirmierId: string | null
  infirmier: string | null
  rencontres: string | null
  exemple: boolean
}

/** A charter with the names of its structure and people. */
export const charteNommee = (collectiviteId: string, suite: SQL = sql`true`) => sql`
  select c.id, c.structure_id as "structureId", s.nom as structure, c.annee, c.signee_le as "signeeLe", c.contact_id as "contactId", p.nom as contact,
    c.infirmier_id as "infirmierId", i.nom as infirmier, c.rencontres, c.exemple, s.cle_nom
  from chartes c join structures s on s.collectivite_id = c.collectivite_id and s.id = c.structure_id
    left join personnes p on p.collectivite_id = c.collectivite_id and p.id = c.contact_id
    left join personnes i on i.collectivite_id = c.collectivite_id and i.id = c.infirmier_id
  where c.collectivite_id = ${collectiviteId} and c.supprime_le is null and ${suite}`

/** The charters of the territory, by structure, the latest first. One statement. */
export async function listerChartes(db: Tx, { collectiviteId }: Perimetre): Promise<Charte[]> {
  return (await db.execute(
    sql`select * from (${charteNommee(collectiviteId)}) c order by c.cle_nom, c.annee desc`
  )) as unknown as Charte[]
}
