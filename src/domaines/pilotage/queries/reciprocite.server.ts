import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Presence } from '#domaines/partenaires/schema/reciprocite.ts'

/** Whether a house that was invited came: somebody of it was noted present; where nobody was noted, what was answered. */
const EST_VENUE = sql`case when exists (select 1 from emargements e where e.collectivite_id = i.collectivite_id and e.seance_id = i.seance_id)
  then exists (select 1 from emargements e where e.collectivite_id = i.collectivite_id and e.seance_id = i.seance_id
    and (e.invitation_id = i.id or e.structure_id = coalesce(i.structure_id, f.structure_id)))
  else i.reponse in ('vient', 'remplace') end`

export type InvitationRecue = {
  id: string
  structureId: string
  structure: string
  intitule: string
  date: string
  presence: Presence
  qui: string | null
  motif: string | null
  exemple: boolean
}

export type Reciprocite = {
  /** of each partner seen in the window: meetings here where it was invited and came, and what it invited us to */
  partenaires: { id: string; nom: string; conviees: number; venus: number }[]
  recues: InvitationRecue[]
}

/**
 * Who came here and where we were invited, from a day to another: a structure was invited to a meeting when it, or one of those who
 * work there, was; it came when one of them did. Meetings of the service's own structures count for nothing. One statement.
 */
export async function lireReciprocite(db: Tx, { collectiviteId }: Perimetre, depuis: string, jour: string): Promise<Reciprocite> {
  const [lu] = (await db.execute(sql`
    with conviees as (
      select coalesce(i.structure_id, f.structure_id) as structure_id, i.seance_id, bool_or(coalesce(${EST_VENUE}, false)) as venue
      from invitations i
        join seances s on s.collectivite_id = i.collectivite_id and s.id = i.seance_id and s.supprime_le is null and s.annulee_le is null
        left join fonctions f on f.collectivite_id = i.collectivite_id and f.personne_id = i.personne_id and f.fin is null
      where i.collectivite_id = ${collectiviteId} and s.jour >= ${depuis} and s.jour < ${jour}
      group by 1, 2),
    ici as (select structure_id, count(*)::int as conviees, (count(*) filter (where venue))::int as venus from conviees where structure_id is not null group by 1),
    recues as (select r.id, r.structure_id as "structureId", st.nom as structure, r.intitule, r.date, r.presence, r.qui, r.motif, r.exemple
      from invitations_recues r join structures st on st.collectivite_id = r.collectivite_id and st.id = r.structure_id
      where r.collectivite_id = ${collectiviteId} and r.supprime_le is null and r.date >= left(${depuis}, length(r.date)))
    select
      (select coalesce(json_agg(json_build_object('id', st.id, 'nom', st.nom, 'conviees', coalesce(ici.conviees, 0), 'venus', coalesce(ici.venus, 0)) order by st.cle_nom), '[]')
        from structures st left join ici on ici.structure_id = st.id
        where st.collectivite_id = ${collectiviteId} and st.supprime_le is null
          and ((ici.structure_id is not null and not st.interne) or exists (select 1 from recues r where r."structureId" = st.id))) as partenaires,
      (select coalesce(json_agg(r order by r.date desc, r.id desc), '[]') from recues r) as recues`)) as unknown as [Reciprocite]
  return lu
}
