import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { OffreRessource } from '../schema/ressources.ts'

/** A resource organisation, with the address and the number of the house. */
export type RessourceNommee = {
  id: string
  nom: string
  sigle: string | null
  offres: OffreRessource[]
  pourQui: string | null
  joindre: string | null
  url: string | null
  note: string | null
  courriel: string | null
  telephone: string | null
  exemple: boolean
}

/** The resource organisations of the territory, by name. One statement. */
export async function listerRessources(db: Tx, { collectiviteId }: Perimetre): Promise<RessourceNommee[]> {
  return (await db.execute(sql`
    select s.id, s.nom, s.sigle, r.offres, r.pour_qui as "pourQui", r.joindre, r.url, r.note, s.courriel, s.telephone, s.exemple
    from ressources r join structures s on s.collectivite_id = r.collectivite_id and s.id = r.structure_id and s.supprime_le is null
    where r.collectivite_id = ${collectiviteId} order by s.cle_nom`)) as unknown as RessourceNommee[]
}
