import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { AnnexesDossier } from '../schema/annexes.ts'
import type { AttachesDossier } from '../schema/dossier.ts'

/** Fiches that stand in a contract today, and others that are named, with their sub-actions: `id`, and `depuis`, `motif` of their place. */
const duContrat = (
  collectiviteId: string,
  contratId: string | null,
  dehors: readonly string[]
): SQL => sql`du_contrat as (select f.id, p.depuis, p.motif from fiches f
  left join places p on p.collectivite_id = f.collectivite_id and p.fiche_id = f.id and p.contrat_id = ${contratId} and p.jusque is null
  where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and (p.id is not null or f.parent_id in
    (select fiche_id from places where collectivite_id = ${collectiviteId} and contrat_id = ${contratId} and jusque is null)
    or f.id = any(${sql.param([...dehors])}::uuid[]) or f.parent_id = any(${sql.param([...dehors])}::uuid[])))`

/** What the fiches of a contract, and those of `dehors`, hold to, and how each came into it, by fiche; those of which nothing is known are left out. One statement. */
export async function lireAttachesDuContrat(
  db: Tx,
  { collectiviteId }: Perimetre,
  contratId: string | null,
  dehors: readonly string[] = []
): Promise<Map<string, AttachesDossier>> {
  const lues = (await db.execute(sql`with ${duContrat(collectiviteId, contratId, dehors)}
    select d.id, coalesce(l.liees, '[]') as liees, coalesce(g.programmes, '[]') as programmes, coalesce(x.prs, '[]') as prs,
      case when d.depuis is not null or d.motif is not null then json_build_object('depuis', d.depuis, 'motif', d.motif) end as entree
    from du_contrat d
    left join (select l.fiche_id, json_agg(json_build_object('id', a.id, 'titre', a.titre, 'nature', l.nature, 'precision', l.precision) order by a.titre, a.id) as liees
      from liens l join fiches a on a.collectivite_id = l.collectivite_id and a.id = l.autre_id and a.supprime_le is null
      where l.collectivite_id = ${collectiviteId} group by l.fiche_id) l on l.fiche_id = d.id
    left join (select l.fiche_id, json_agg(json_build_object('nature', p.nature, 'intitule', p.intitule) order by p.nature, p.intitule) as programmes
      from fiches_programmes l join programmes p on p.collectivite_id = l.collectivite_id and p.id = l.programme_id and p.supprime_le is null
      where l.collectivite_id = ${collectiviteId} group by l.fiche_id) g on g.fiche_id = d.id
    left join (select l.fiche_id, json_agg(json_build_object('sigle', v.sigle, 'debut', v.debut, 'numero', a.numero) order by v.debut desc nulls first, v.sigle, a.rang) as prs
      from fiches_prs l join prs_axes a on a.collectivite_id = l.collectivite_id and a.id = l.prs_axe_id
      join prs v on v.collectivite_id = a.collectivite_id and v.id = a.prs_id and v.supprime_le is null
      where l.collectivite_id = ${collectiviteId} group by l.fiche_id) x on x.fiche_id = d.id
    where l.fiche_id is not null or g.fiche_id is not null or x.fiche_id is not null or d.depuis is not null or d.motif is not null`)) as unknown as (AttachesDossier & {
    id: string
  })[]
  return new Map(lues.map(({ id, ...attaches }) => [id, attaches]))
}

/** What a contract's fiches (those of `dehors` with them) and axes refer to beside it, for its spreadsheet, in one statement. */
export async function lireAnnexesDuContrat(
  db: Tx,
  { collectiviteId }: Perimetre,
  contratId: string | null,
  dehors: readonly string[] = []
): Promise<AnnexesDossier> {
  const [lu] = (await db.execute(sql`with ${duContrat(collectiviteId, contratId, dehors)},
    lies as (select l.axe_id, a.prs_id, v.sigle, v.debut, a.numero, a.rang from axes_prs l
      join prs_axes a on a.collectivite_id = l.collectivite_id and a.id = l.prs_axe_id
      join prs v on v.collectivite_id = a.collectivite_id and v.id = a.prs_id and v.supprime_le is null where l.collectivite_id = ${collectiviteId})
    select
    (select coalesce(json_object_agg(a.id, json_build_object('ages', a.ages, 'instance', a.instance, 'demandePar', a.demande_par, 'prs',
        (select coalesce(json_agg(json_build_object('sigle', l.sigle, 'debut', l.debut, 'numero', l.numero) order by l.debut desc nulls first, l.sigle, l.rang), '[]') from lies l where l.axe_id = a.id))), '{}')
      from axes a where a.collectivite_id = ${collectiviteId} and a.contrat_id = ${contratId} and a.supprime_le is null) as complements,
    (select coalesce(json_agg(json_build_object('intitule', p.intitule, 'quotite', p.quotite, 'employeur', s.nom, 'debut', p.debut, 'fin', p.fin) order by p.cle_intitule), '[]')
      from postes p left join structures s on s.collectivite_id = p.collectivite_id and s.id = p.structure_id
      where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.id in (select poste_id from postes_fractions where collectivite_id = ${collectiviteId} and fiche_id in (select id from du_contrat))) as postes,
    (select coalesce(json_agg(json_build_object('nom', q.nom, 'nature', q.nature, 'generation', q.generation, 'code', q.code, 'enProjet', q.en_projet) order by q.nom, q.id), '[]')
      from quartiers q where q.collectivite_id = ${collectiviteId} and q.supprime_le is null and q.id in (select quartier_id from fiches_quartiers where collectivite_id = ${collectiviteId} and fiche_id in (select id from du_contrat))) as quartiers,
    (select coalesce(json_agg(json_build_object('nature', p.nature, 'intitule', p.intitule, 'debut', p.debut, 'fin', p.fin) order by p.nature, p.intitule), '[]')
      from programmes p where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.id in (select programme_id from fiches_programmes where collectivite_id = ${collectiviteId} and fiche_id in (select id from du_contrat))) as programmes,
    (select coalesce(json_agg(json_build_object('sigle', v.sigle, 'intitule', v.intitule, 'debut', v.debut, 'fin', v.fin, 'parueLe', v.parue_le, 'axes',
        (select coalesce(json_agg(json_build_object('numero', a.numero, 'intitule', a.intitule) order by a.rang), '[]') from prs_axes a where a.collectivite_id = ${collectiviteId} and a.prs_id = v.id)) order by v.debut desc nulls first, v.sigle), '[]')
      from prs v where v.collectivite_id = ${collectiviteId} and v.supprime_le is null and v.id in (
        select l.prs_id from lies l join axes a on a.collectivite_id = ${collectiviteId} and a.id = l.axe_id and a.contrat_id = ${contratId} and a.supprime_le is null
        union select a.prs_id from fiches_prs l join prs_axes a on a.collectivite_id = l.collectivite_id and a.id = l.prs_axe_id where l.collectivite_id = ${collectiviteId} and l.fiche_id in (select id from du_contrat))) as prs`)) as unknown as AnnexesDossier[]
  return lu!
}
