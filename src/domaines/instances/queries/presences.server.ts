import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Assiduite } from '../regles/fidelite.ts'

export type Presences = { seances: number; derniereSeance: string | null; structures: Assiduite[] }

/**
 * How often each structure was invited to the meetings of which the attendance is known, and how often it came, the most faithful first
 * . One statement.
 */
export async function lirePresences(db: Tx, { collectiviteId }: Perimetre): Promise<Presences> {
  const [lues] = (await db.execute(sql`
    with tenues as (
      select s.id, s.jour from seances s where s.collectivite_id = ${collectiviteId} and s.supprime_le is null and s.annulee_le is null
        and exists (select 1 from emargements e where e.collectivite_id = s.collectivite_id and e.seance_id = s.id)),
    invitees as (
      select distinct t.id, coalesce(i.structure_id, f.structure_id) as structure_id from tenues t
        join invitations i on i.collectivite_id = ${collectiviteId} and i.seance_id = t.id
        left join fonctions f on f.collectivite_id = i.collectivite_id and f.personne_id = i.personne_id and f.fin is null),
    venues as (
      select distinct t.id, t.jour, e.structure_id from tenues t
        join emargements e on e.collectivite_id = ${collectiviteId} and e.seance_id = t.id and e.structure_id is not null)
    select (select count(*)::int from tenues) as seances, (select max(jour) from tenues) as "derniereSeance",
      (select coalesce(json_agg(json_build_object('id', id, 'nom', nom, 'invitee', invitee, 'venue', venue, 'premiere', premiere, 'derniere', derniere)
          order by venue desc, derniere desc nulls last, cle_nom), '[]') from (
        select st.id, st.nom, st.cle_nom, (select count(*)::int from invitees i where i.structure_id = st.id) as invitee,
          count(v.id)::int as venue, min(v.jour) as premiere, max(v.jour) as derniere
        from structures st left join venues v on v.structure_id = st.id
        where st.collectivite_id = ${collectiviteId} and st.supprime_le is null
          and (v.id is not null or exists (select 1 from invitees i where i.structure_id = st.id))
        group by st.id, st.nom, st.cle_nom) x) as structures`)) as unknown as Presences[]
  return lues!
}

export type VieEnSeance = {
  /** meetings to which it came, out of those to which it was invited */
  venue: number
  invitee: number
  derniere: string | null
  /** when it presented itself, with what was said of it once the minutes are validated */
  presentations: { seanceId: string; instanceId: string; instance: string; jour: string; notes: string | null }[]
}

/** What the meetings say of a structure. One statement. */
export async function vieEnSeance(db: Tx, { collectiviteId }: Perimetre, structureId: string): Promise<VieEnSeance> {
  const [lue] = (await db.execute(sql`
    with tenues as (
      select s.id, s.jour, s.instance_id from seances s where s.collectivite_id = ${collectiviteId} and s.supprime_le is null and s.annulee_le is null
        and exists (select 1 from emargements e where e.collectivite_id = s.collectivite_id and e.seance_id = s.id))
    select
      (select count(distinct e.seance_id)::int from emargements e join tenues t on t.id = e.seance_id
        where e.collectivite_id = ${collectiviteId} and e.structure_id = ${structureId}) as venue,
      (select max(t.jour) from emargements e join tenues t on t.id = e.seance_id
        where e.collectivite_id = ${collectiviteId} and e.structure_id = ${structureId}) as derniere,
      (select count(distinct i.seance_id)::int from invitations i join tenues t on t.id = i.seance_id
        left join fonctions f on f.collectivite_id = i.collectivite_id and f.personne_id = i.personne_id and f.fin is null
        where i.collectivite_id = ${collectiviteId} and ${structureId} in (i.structure_id, f.structure_id)) as invitee,
      (select coalesce(json_agg(json_build_object('seanceId', s.id, 'instanceId', n.id, 'instance', n.nom, 'jour', s.jour,
          'notes', case when r.valide_le is not null then p.notes end) order by s.jour desc), '[]')
        from points p
          join seances s on s.collectivite_id = p.collectivite_id and s.id = p.seance_id and s.supprime_le is null and s.annulee_le is null
          join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id
          left join comptes_rendus r on r.collectivite_id = s.collectivite_id and r.seance_id = s.id
        where p.collectivite_id = ${collectiviteId} and p.structure_id = ${structureId} and p.temps = 'presentation') as presentations`)) as unknown as VieEnSeance[]
  return lue!
}
