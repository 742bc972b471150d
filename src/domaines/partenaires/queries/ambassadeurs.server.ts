import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

export type Ambassadeur = {
  id: string
  personneId: string
  nom: string
  courriel: string | null
  telephone: string | null
  quartierId: string
  debut: string | null
  fin: string | null
  accordLe: string
  accordRetireLe: string | null
  exemple: boolean
}

export type Ambassades = {
  quartiers: { id: string; nom: string; nature: 'qpv' | 'quartier'; generation: '2015' | '2024' | null; enProjet: boolean }[]
  ambassadeurs: Ambassadeur[]
}

/** The quartiers and the ambassadors who still agree to be named. One statement. */
export async function lireAmbassades(db: Tx, { collectiviteId }: Perimetre): Promise<Ambassades> {
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(json_build_object('id', q.id, 'nom', q.nom, 'nature', q.nature, 'generation', q.generation, 'enProjet', q.en_projet)
        order by q.nature = 'quartier', q.nom), '[]')
      from quartiers q where q.collectivite_id = ${collectiviteId} and q.supprime_le is null) as quartiers,
    (select coalesce(json_agg(json_build_object('id', a.id, 'personneId', a.personne_id, 'nom', p.nom, 'courriel', p.courriel, 'telephone', p.telephone,
        'quartierId', a.quartier_id, 'debut', a.debut, 'fin', a.fin, 'accordLe', a.accord_le, 'accordRetireLe', a.accord_retire_le, 'exemple', a.exemple)
        order by p.cle_nom), '[]')
      from ambassadeurs a join personnes p on p.collectivite_id = a.collectivite_id and p.id = a.personne_id and p.supprime_le is null
      where a.collectivite_id = ${collectiviteId} and a.supprime_le is null and a.accord_retire_le is null) as ambassadeurs`)) as unknown as [
    Ambassades
  ]
  return lu
}
