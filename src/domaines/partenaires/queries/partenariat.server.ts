import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Presence } from '../schema/reciprocite.ts'
import { charteNommee, type Charte } from './chartes.server.ts'
import { echangeNomme, type Echange } from './echanges.server.ts'

/** An invitation of this structure, as its page says it. */
export type RecueLue = {
  id: string
  intitule: string
  date: string
  presence: Presence
  qui: string | null
  motif: string | null
}

/** What a structure lives with the territory, beside the people who are in it. */
export type Partenariat = { echanges: Echange[]; recues: RecueLue[]; chartes: Charte[] }

/** All of it, for the page of the structure. One statement. */
export async function lirePartenariat(db: Tx, { collectiviteId }: Perimetre, structureId: string): Promise<Partenariat> {
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(e order by e.etat in ('aboutie', 'abandonnee'), e."creeLe" desc), '[]')
      from (${echangeNomme(collectiviteId, sql`e.structure_id = ${structureId}`)}) e) as echanges,
    (select coalesce(json_agg(json_build_object('id', r.id, 'intitule', r.intitule, 'date', r.date, 'presence', r.presence, 'qui', r.qui, 'motif', r.motif)
        order by r.date desc, r.id desc), '[]')
      from invitations_recues r where r.collectivite_id = ${collectiviteId} and r.structure_id = ${structureId} and r.supprime_le is null) as recues,
    (select coalesce(json_agg(c order by c.annee desc), '[]') from (${charteNommee(collectiviteId, sql`c.structure_id = ${structureId}`)}) c) as chartes`)) as unknown as [
    Partenariat
  ]
  return lu
}
