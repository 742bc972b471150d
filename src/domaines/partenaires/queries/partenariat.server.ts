import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { LieuDePartenaire } from '../regles/presence.ts'
import type { NatureImplantation } from '../schema/implantations.ts'
import { lieuNomme } from './implantations.server.ts'
import type { RoleRegroupement } from '../schema/regroupements.ts'
import type { RessourceNommee } from './ressources.server.ts'
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

/** A place where it is. */
export type LieuLu = Omit<LieuDePartenaire, 'id' | 'nature'> & {
  id: string
  nature: NatureImplantation
  quartier: string | null
  codeCommune: string | null
}

/** What makes it a resource organisation. */
export type RessourceLue = Pick<RessourceNommee, 'offres' | 'pourQui' | 'joindre' | 'url' | 'note'>

/** Another structure in this one, or one that groups this one. */
export type RegroupementLu = {
  id: string
  /** true when this structure groups the other */
  regroupe: boolean
  autreId: string
  autre: string
  role: RoleRegroupement
  debut: DateFloue | null
  fin: DateFloue | null
  exemple: boolean
}

/** What a structure lives with the territory, beside the people who are in it. */
export type Partenariat = {
  echanges: Echange[]
  recues: RecueLue[]
  chartes: Charte[]
  regroupements: RegroupementLu[]
  ressource: RessourceLue | null
  lieux: LieuLu[]
}

/** All of it, for the page of the structure. One statement. */
export async function lirePartenariat(db: Tx, { collectiviteId }: Perimetre, structureId: string): Promise<Partenariat> {
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(e order by e.etat in ('aboutie', 'abandonnee'), e."creeLe" desc), '[]')
      from (${echangeNomme(collectiviteId, sql`e.structure_id = ${structureId}`)}) e) as echanges,
    (select coalesce(json_agg(json_build_object('id', r.id, 'intitule', r.intitule, 'date', r.date, 'presence', r.presence, 'qui', r.qui, 'motif', r.motif)
        order by r.date desc, r.id desc), '[]')
      from invitations_recues r where r.collectivite_id = ${collectiviteId} and r.structure_id = ${structureId} and r.supprime_le is null) as recues,
    (select coalesce(json_agg(c order by c.annee desc), '[]') from (${charteNommee(collectiviteId, sql`c.structure_id = ${structureId}`)}) c) as chartes,
    (select coalesce(json_agg(json_build_object('id', g.id, 'regroupe', g.ensemble_id = ${structureId}, 'autreId', o.id, 'autre', o.nom, 'role', g.role,
        'debut', g.debut, 'fin', g.fin, 'exemple', g.exemple) order by g.fin is not null, o.cle_nom), '[]')
      from regroupements g join structures o on o.collectivite_id = g.collectivite_id and o.supprime_le is null
        and o.id = case when g.ensemble_id = ${structureId} then g.membre_id else g.ensemble_id end
      where g.collectivite_id = ${collectiviteId} and ${structureId} in (g.ensemble_id, g.membre_id) and g.supprime_le is null) as regroupements,
    (select json_build_object('offres', r.offres, 'pourQui', r.pour_qui, 'joindre', r.joindre, 'url', r.url, 'note', r.note)
      from ressources r where r.collectivite_id = ${collectiviteId} and r.structure_id = ${structureId}) as ressource,
    (select coalesce(json_agg(l order by l.nature = 'permanence', l.nom), '[]') from (select l.*, q.nom as quartier from (${lieuNomme(collectiviteId, sql`i.structure_id = ${structureId}`)}) l
      left join quartiers q on q.collectivite_id = ${collectiviteId} and q.id = l."quartierId" and q.supprime_le is null) l) as lieux`)) as unknown as [
    Partenariat
  ]
  return lu
}
