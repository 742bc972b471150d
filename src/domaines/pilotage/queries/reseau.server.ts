import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { ETATS_TROUVES } from '#domaines/actions/schema/mots.ts'
import { ECHELLE_PAR_DEFAUT, type Echelle } from '#domaines/partenaires/schema/relations.ts'
import type { Fait, StructureLue } from '../regles/reseau/liens.ts'

export type MatiereDuReseau = { structures: StructureLue[]; faits: Fait[]; echelle: Echelle }

/**
 * The structures of the territory, the facts that bind two of them at least on a day, and the names of the levels, in one statement
 * (R-108); with `id`, only the facts of that structure. Who came is who was noted present, or who said that she would
 * where nobody was noted. Another sort of fact is one more branch of `participations`.
 */
export async function lireReseau(
  db: Tx,
  { collectiviteId }: Perimetre,
  jour: string,
  id: string | null = null
): Promise<MatiereDuReseau> {
  const la = (alias: string) => sql`${sql.identifier(alias)}.collectivite_id = ${collectiviteId}`
  const vivant = (alias: string) => sql`${la(alias)} and ${sql.identifier(alias)}.supprime_le is null`
  const [lu] = (await db.execute(sql`
    with ici as (select s.id, s.nom, s.cle_nom, s.sigle, s.type, s.exemple from structures s where ${vivant('s')}),
      tenues as (select s.id, s.instance_id, s.jour, i.nom from seances s
        join instances i on ${vivant('i')} and i.id = s.instance_id
        where ${vivant('s')} and s.annulee_le is null and s.jour <= ${jour}),
      venues (seance_id, structure_id) as (
        select i.seance_id, coalesce(i.structure_id, f.structure_id) from invitations i
        join tenues t on t.id = i.seance_id
        left join fonctions f on ${la('f')} and f.personne_id = i.personne_id
          and (f.debut is null or f.debut <= t.jour) and (f.fin is null or f.fin >= left(t.jour, length(f.fin)))
        where ${la('i')} and i.reponse in ('vient', 'remplace')
          and not exists (select 1 from emargements e where ${la('e')} and e.seance_id = i.seance_id)
        union
        select e.seance_id, e.structure_id from emargements e
        join tenues t on t.id = e.seance_id
        where ${la('e')} and e.structure_id is not null
      ),
      orateurs as (select distinct p.seance_id, p.structure_id from points p
        where ${la('p')} and p.temps = 'presentation' and p.structure_id is not null),
      menees as (select f.id, f.titre, coalesce(f.debut, p.debut) as debut,
          case when f.statut = 'realise' then coalesce(f.fin, f.debut, p.fin) else coalesce(f.fin, p.fin) end as fin
        from fiches f
        left join lateral (select min(coalesce(p.depuis, c.debut)) as debut, max(coalesce(p.jusque, c.fin_prorogee, c.fin)) as fin
          from places p join contrats c on ${vivant('c')} and c.id = p.contrat_id
          where ${la('p')} and p.fiche_id = f.id) p on true
        where ${vivant('f')} and (f.statut is null or f.statut not in ('a_venir', 'a_discuter', 'abandonne'))),
      participations (nature, fait, titre, debut, fin, niveau, structure_id, centre) as (
        select 'siege', i.id, i.nom, coalesce(i.mandat_debut, c.debut, (select min(t.jour) from tenues t where t.instance_id = i.id)),
          coalesce(i.mandat_fin, c.fin_prorogee, c.fin), null::int, coalesce(g.structure_id, f.structure_id), false
        from sieges g join instances i on ${vivant('i')} and i.id = g.instance_id
        left join axes a on ${vivant('a')} and a.id = i.axe_id
        left join contrats c on ${vivant('c')} and c.id = coalesce(i.contrat_id, a.contrat_id)
        left join fonctions f on ${la('f')} and f.personne_id = g.personne_id and g.structure_id is null and f.fin is null
        where ${la('g')}
        union all
        select 'seance', t.id, t.nom, t.jour, t.jour, null, v.structure_id, false from tenues t join venues v on v.seance_id = t.id
        union all
        select 'presentation', t.id, t.nom, t.jour, t.jour, null, o.structure_id, true from tenues t join orateurs o on o.seance_id = t.id
        union all
        select 'presentation', t.id, t.nom, t.jour, t.jour, null, v.structure_id, false from tenues t join venues v on v.seance_id = t.id
        where t.id in (select seance_id from orateurs)
        union all
        select 'action', f.id, f.titre, f.debut, f.fin, null, x.structure_id, false from menees f
        join intervenants x on ${la('x')} and x.fiche_id = f.id
        union all
        select 'moyens', f.id, f.titre, f.debut, f.fin, null, m.structure_id, false from menees f
        join (
          select x.fiche_id, x.structure_id from financements x where ${la('x')} and x.etat in ${[...ETATS_TROUVES]}
          union all select x.fiche_id, x.structure_id from postes_fractions x where ${la('x')}
          union all select x.fiche_id, p.structure_id from postes_fractions x
            join postes p on ${vivant('p')} and p.id = x.poste_id where ${la('x')}
        ) m on m.fiche_id = f.id
        union all
        select 'contrat', c.id, c.intitule, coalesce(c.signe_le, c.debut), coalesce(c.fin_prorogee, c.fin), null, x.structure_id, false
        from contrats c join signataires x on ${vivant('x')} and x.contrat_id = c.id
        where ${vivant('c')} and c.etape = 'signe'
        union all
        select 'convention', v.id, c.intitule, coalesce(v.date, c.signe_le, c.debut), coalesce(c.fin_prorogee, c.fin), null, m.structure_id, false
        from conventions v join contrats c on ${vivant('c')} and c.id = v.contrat_id
        cross join lateral (select v.structure_id union select x.structure_id from signataires x
          where ${vivant('x')} and x.contrat_id = c.id and x.role = 'porteur') m
        where ${vivant('v')}
        union all
        select 'declaree', r.id, r.source, r.debut, r.fin, r.niveau, m.structure_id, false from relations r
        cross join lateral (values (r.un_id), (r.autre_id)) m (structure_id)
        where ${vivant('r')}
      ),
      faits as (select p.nature, p.fait, p.titre, p.debut, p.fin, p.niveau, array_agg(distinct p.structure_id) as structures,
          case when p.nature = 'presentation' then coalesce(array_agg(distinct p.structure_id) filter (where p.centre), '{}') end as centres
        from participations p join ici on ici.id = p.structure_id
        group by 1, 2, 3, 4, 5, 6
        having count(distinct p.structure_id) > 1 ${id === null ? sql`` : sql`and bool_or(p.structure_id = ${id})`})
    select
      coalesce((select json_agg(json_build_object('id', s.id, 'nom', s.nom, 'sigle', s.sigle, 'type', s.type, 'exemple', s.exemple) order by s.cle_nom, s.id) from ici s), '[]') as structures,
      coalesce((select json_agg(json_build_object('nature', f.nature, 'titre', f.titre, 'debut', f.debut, 'fin', f.fin, 'niveau', f.niveau,
        'structures', f.structures, 'centres', f.centres) order by f.debut desc nulls last, f.nature, f.fait) from faits f), '[]') as faits,
      (select e.noms from echelles e where ${la('e')}) as echelle`)) as unknown as [
    { structures: StructureLue[]; faits: Fait[]; echelle: Echelle | null }
  ]
  return { ...lu, echelle: lu.echelle ?? ECHELLE_PAR_DEFAUT }
}
