import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { ilYA } from '#domaines/partenaires/regles/reciprocite.ts'
import { RAPPEL_D_UN_DEPART, type ActionTenue, type Depart, type InstanceTenue, type StructureTenue } from '../regles/appuis.ts'

/** How long ago a meeting still says that a contact comes, in months. */
const MOIS_DE_PRESENCE = 24

/** An action that is not over, under the alias `f`. */
const enVie = (collectiviteId: string) =>
  sql`f.collectivite_id = ${collectiviteId} and f.supprime_le is null and (f.statut is null or f.statut not in ('realise', 'abandonne'))`

/** What ties people to structures, actions and bodies, for `appuisUniques`. One statement. */
export async function lireAppuis(
  db: Tx,
  { collectiviteId }: Perimetre,
  jour: string
): Promise<{ structures: StructureTenue[]; actions: ActionTenue[]; instances: InstanceTenue[] }> {
  const ici = (alias: string) => sql`${sql.identifier(alias)}.collectivite_id = ${collectiviteId}`
  const vivant = (alias: string) => sql`${ici(alias)} and ${sql.identifier(alias)}.supprime_le is null`
  const [lus] = (await db.execute(sql`
    with menees as (select f.id, f.titre from fiches f where ${enVie(collectiviteId)}),
      corps as (select i.id, i.nom from instances i where ${vivant('i')}),
      presents as (select distinct f.structure_id, p.id, p.nom, p.cle_nom from fonctions f
        join personnes p on ${vivant('p')} and p.id = f.personne_id join structures s on ${vivant('s')} and s.id = f.structure_id
        where ${ici('f')} and f.fin is null),
      venues as (select e.personne_id, e.structure_id, count(distinct e.seance_id)::int as n from emargements e
        join seances s on ${vivant('s')} and s.id = e.seance_id and s.annulee_le is null and s.jour between ${ilYA(MOIS_DE_PRESENCE, jour)} and ${jour}
        where ${ici('e')} and e.personne_id is not null group by 1, 2),
      liens as (select p.structure_id, p.id, p.nom, p.cle_nom,
          coalesce((select sum(v.n)::int from venues v where v.personne_id = p.id and (v.structure_id = p.structure_id or v.structure_id is null)), 0) as venues,
          coalesce((select json_agg(distinct c.nom) from sieges g join corps c on c.id = g.instance_id
            where ${ici('g')} and g.personne_id = p.id and (g.structure_id = p.structure_id or g.structure_id is null)), '[]') as sieges,
          coalesce((select json_agg(distinct m.titre) from intervenants x join menees m on m.id = x.fiche_id
            where ${ici('x')} and x.personne_id = p.id and (x.structure_id = p.structure_id or x.structure_id is null)), '[]') as actions
        from presents p),
      engagees as (select structure_id, count(*)::int as n from (
          select x.structure_id, m.id from intervenants x join menees m on m.id = x.fiche_id where ${ici('x')} and x.structure_id is not null
          union select g.structure_id, c.id from sieges g join corps c on c.id = g.instance_id where ${ici('g')} and g.structure_id is not null) e
        group by structure_id),
      dits as (select x.fiche_id, p.id, p.nom, x.role, 0 as nouvelle from intervenants x join menees m on m.id = x.fiche_id
          join personnes p on ${vivant('p')} and p.id = x.personne_id where ${ici('x')}
        union all select n.fiche_id, p.id, p.nom, null, 1 from nouvelles n join menees m on m.id = n.fiche_id
          join personnes p on ${vivant('p')} and p.nom = n.auteur where ${vivant('n')}),
      gens as (select fiche_id, id, nom, coalesce(json_agg(distinct role) filter (where role is not null), '[]') as roles, sum(nouvelle)::int as nouvelles
        from dits group by fiche_id, id, nom)
    select
      (select coalesce(json_agg(json_build_object('id', s.id, 'nom', s.nom, 'engagements', coalesce(e.n, 0), 'liens', l.liens) order by s.cle_nom), '[]')
        from (select structure_id, json_agg(json_build_object('personneId', id, 'personne', nom, 'venues', venues, 'sieges', sieges, 'actions', actions)
            order by cle_nom) as liens from liens group by structure_id) l
        join structures s on ${ici('s')} and s.id = l.structure_id left join engagees e on e.structure_id = s.id) as structures,
      (select coalesce(json_agg(json_build_object('id', m.id, 'nom', m.titre, 'gens', g.gens,
          'partenaires', (select count(distinct x.structure_id)::int from intervenants x where ${ici('x')} and x.fiche_id = m.id))), '[]')
        from (select fiche_id, json_agg(json_build_object('personneId', id, 'personne', nom, 'roles', roles, 'nouvelles', nouvelles) order by nom) as gens
            from gens group by fiche_id) g join menees m on m.id = g.fiche_id) as actions,
      (select coalesce(json_agg(json_build_object('id', c.id, 'nom', c.nom, 'tetes', t.tetes,
          'sieges', (select count(*)::int from sieges g where ${ici('g')} and g.instance_id = c.id),
          'aVenir', (select count(*)::int from seances s where ${vivant('s')} and s.instance_id = c.id and s.annulee_le is null and s.jour >= ${jour}))), '[]')
        from (select g.instance_id, json_agg(json_build_object('personneId', p.id, 'personne', p.nom, 'role', g.role) order by g.rang) as tetes
            from sieges g left join personnes p on ${vivant('p')} and p.id = g.personne_id
            where ${ici('g')} and g.role in ('presidence', 'pilote', 'copilote') group by g.instance_id) t
        join corps c on c.id = t.instance_id) as instances`)) as unknown as [
    { structures: StructureTenue[]; actions: ActionTenue[]; instances: InstanceTenue[] }
  ]
  return lus
}

/**
 * The functions that ended in the last six months without the person holding another there, with what still names her: living actions, bodies,
 * tasks that wait. One statement.
 */
export async function lireDeparts(db: Tx, { collectiviteId }: Perimetre, jour: string): Promise<Depart[]> {
  const ici = (alias: string) => sql`${sql.identifier(alias)}.collectivite_id = ${collectiviteId}`
  const depuis = new Date(Date.parse(`${jour}T00:00:00Z`) - RAPPEL_D_UN_DEPART * 86_400_000).toISOString().slice(0, 10)
  return (await db.execute(sql`
    with partis as (select f.personne_id, f.structure_id, max(f.fin) as fin from fonctions f
        where ${ici('f')} and f.fin <= left(${jour}, length(f.fin)) and f.fin >= left(${depuis}, length(f.fin))
          and not exists (select 1 from fonctions a where ${ici('a')} and a.personne_id = f.personne_id and a.structure_id = f.structure_id and a.fin is null)
        group by 1, 2)
    select p.id as "personneId", p.nom as personne, s.id as "structureId", s.nom as structure, d.fin,
      (select coalesce(json_agg(distinct jsonb_build_object('id', f.id, 'nom', f.titre)), '[]') from intervenants x
        join fiches f on ${enVie(collectiviteId)} and f.id = x.fiche_id
        where ${ici('x')} and x.personne_id = p.id and (x.structure_id = s.id or x.structure_id is null)) as actions,
      (select coalesce(json_agg(distinct jsonb_build_object('id', i.id, 'nom', i.nom)), '[]') from sieges g
        join instances i on ${ici('i')} and i.supprime_le is null and i.id = g.instance_id
        where ${ici('g')} and g.personne_id = p.id and (g.structure_id = s.id or g.structure_id is null)) as instances,
      (select count(*)::int from taches t where ${ici('t')} and t.personne_id = p.id and t.faite_le is null) as taches,
      (select count(distinct a.personne_id)::int from fonctions a join personnes q on ${ici('q')} and q.id = a.personne_id and q.supprime_le is null
        where ${ici('a')} and a.structure_id = s.id and a.fin is null) as restent,
      n.id is not null as note, n.reprise_le is not null as reprise
    from partis d
      join personnes p on ${ici('p')} and p.id = d.personne_id and p.supprime_le is null
      join structures s on ${ici('s')} and s.id = d.structure_id and s.supprime_le is null
      left join passations n on ${ici('n')} and n.personne_id = p.id and n.structure_id = s.id and n.supprime_le is null
    order by d.fin desc, p.cle_nom`)) as unknown as Depart[]
}
