import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { ECHELLE_PAR_DEFAUT, type Echelle, type Niveau, type Sens } from '../schema/relations.ts'

export type RelationDite = {
  id: string
  autreId: string
  autre: string
  sens: Sens
  niveau: Niveau
  debut: string | null
  fin: string | null
  source: string
  note: string | null
  exemple: boolean
  retiree: boolean
}

/** The relations declared of a structure, as seen from it, the highest level first; those put aside come last, marked. */
export async function relationsDe(db: Tx, { collectiviteId }: Perimetre, structureId: string): Promise<RelationDite[]> {
  return (await db.execute(sql`
    select r.id, s.id as "autreId", s.nom as autre, r.niveau, r.debut, r.fin, r.source, r.note, r.exemple,
      r.supprime_le is not null as retiree,
      case when not r.orientee then 'mutuelle' when r.un_id = ${structureId} then 'vers' else 'depuis' end as sens
    from relations r
    join structures s on s.collectivite_id = r.collectivite_id and s.supprime_le is null
      and s.id = case when r.un_id = ${structureId} then r.autre_id else r.un_id end
    where r.collectivite_id = ${collectiviteId} and ${structureId} in (r.un_id, r.autre_id)
    order by retiree, r.niveau desc, s.cle_nom, r.debut nulls last, r.id`)) as unknown as RelationDite[]
}

/** The names that the territory gives to the four levels. */
export async function lireEchelle(db: Tx, { collectiviteId }: Perimetre): Promise<Echelle> {
  const [lue] = (await db.execute(sql`select noms from echelles where collectivite_id = ${collectiviteId}`)) as unknown as {
    noms: Echelle
  }[]
  return lue?.noms ?? ECHELLE_PAR_DEFAUT
}
