import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import { maisonsChargees, sollicite } from '#domaines/partenaires/queries/sollicitations.server.ts'
import type { MaisonChargee } from '#domaines/partenaires/schema/envois.ts'
import type { DemandeSuivie, DemandesRecues, Joignable } from '../schema/demandes.ts'
import type { Statut } from '../schema/mots.ts'
import { FINIS } from '../regles/suivi.ts'
import { dernierJourCouvert, estSilencieuse } from './nouvelles.server.ts'

const jourParis = (instant: SQL): SQL => sql`to_char(${instant} at time zone 'Europe/Paris', 'YYYY-MM-DD')`

export type FicheADemander = {
  id: string
  titre: string
  statut: Statut | null
  debut: DateFloue | null
  fin: DateFloue | null
  modifieLe: string
  derniereNouvelle: DateFloue | null
  /** the day of the youngest request that is still open */
  demandeLe: string | null
  intervenants: Joignable[]
}

/** Actions whose news may be asked: each its pilots, reachable or not. */
export type ADemander = {
  fiches: FicheADemander[]
  /** how many there are in all, beyond the limit */
  vivantes: number
  sollicitations: Record<string, number>
  seuil: number | null
  /** the houses asked as often as the territory means to ask one, with all their people */
  maisons: MaisonChargee[]
}

/**
 * The living actions with whom they name and how to reach them, the longest silent first, `limite` at most: all, those of `ids`, or those
 * that are silent on a day. With how often each of these people was asked something over twelve months, and the number not to pass (R-129). One statement.
 */
export async function lireADemander(
  db: Tx,
  { collectiviteId }: Perimetre,
  lesquelles: { ids: readonly string[] } | { silencieusesLe: string } | 'toutes',
  limite: number
): Promise<ADemander> {
  const condition =
    lesquelles === 'toutes'
      ? sql`true`
      : 'ids' in lesquelles
        ? sql`f.id = any(${sql.param([...lesquelles.ids])}::uuid[])`
        : estSilencieuse(collectiviteId, lesquelles.silencieusesLe)
  const [lu] = (await db.execute(sql`
    with vivantes as materialized (
      select f.id, f.titre, f.statut, f.debut, f.fin, f.modifie_le,
        (select n.date from nouvelles n where n.collectivite_id = f.collectivite_id and n.fiche_id = f.id and n.supprime_le is null
          order by ${dernierJourCouvert(sql`n.date`)} desc limit 1) as derniere
      from fiches f where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and f.parent_id is null
        and (f.statut is null or f.statut <> all(${sql.param([...FINIS])}::text[])) and ${condition}),
    choisies as materialized (
      select v.*, row_number() over (order by coalesce(${dernierJourCouvert(sql`v.derniere`)}, ${jourParis(sql`v.modifie_le`)}), v.titre, v.id) as rang
      from vivantes v order by rang limit ${limite}),
    gens as materialized (
      select f.structure_id, json_agg(json_build_object('personneId', p.id, 'nom', p.nom, 'courriel', p.courriel, 'courriels', p.courriels) order by p.nom) as liste
      from fonctions f join personnes p on p.collectivite_id = f.collectivite_id and p.id = f.personne_id
      where f.collectivite_id = ${collectiviteId} and f.fin is null and p.supprime_le is null and p.courriel is not null group by 1),
    porteurs as (
      select i.fiche_id, json_agg(json_build_object('role', i.role, 'rang', i.rang, 'personneId', i.personne_id, 'personne', p.nom, 'courriel', p.courriel,
          'courriels', p.courriels, 'structureId', i.structure_id, 'structure', s.nom, 'courrielStructure', s.courriel, 'courrielsStructure', s.courriels,
          'gens', coalesce(g.liste, '[]')) order by i.rang) as liste
      from intervenants i
        left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id and p.supprime_le is null
        left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id and s.supprime_le is null
        left join gens g on g.structure_id = s.id
      where i.collectivite_id = ${collectiviteId} and i.fiche_id in (select id from choisies)
        and i.role in ('personne_pilote', 'pilote', 'service_pilote', 'copilote') group by 1)
    select (select count(*)::int from vivantes) as vivantes,
      (select k.seuil_sollicitations from collectivites k where k.id = ${collectiviteId}) as seuil, ${maisonsChargees(sql`${collectiviteId}`)} as maisons,
      (select coalesce(json_object_agg(qui, n), '{}') from (select coalesce(e.personne_id, e.structure_id) as qui, count(*)::int as n from envois e
        where e.collectivite_id = ${collectiviteId} and ${sollicite()} group by 1) x) as sollicitations,
      (select coalesce(json_agg(json_build_object('id', c.id, 'titre', c.titre, 'statut', c.statut, 'debut', c.debut, 'fin', c.fin, 'modifieLe', c.modifie_le,
          'derniereNouvelle', c.derniere, 'intervenants', coalesce(po.liste, '[]'), 'demandeLe', (select ${jourParis(sql`max(d.demande_le)`)} from demandes_nouvelles d
            where d.collectivite_id = ${collectiviteId} and d.fiche_id = c.id and d.repondu_le is null)) order by c.rang), '[]')
        from choisies c left join porteurs po on po.fiche_id = c.id) as fiches`)) as unknown as [ADemander]
  return lu
}

const suivies = (collectiviteId: string, condition: SQL, limite: number): SQL => sql`
  select d.id, d.fiche_id as "ficheId", f.titre, f.statut, coalesce(p.nom, st.nom) as nom, d.auteur, ${jourParis(sql`d.demande_le`)} as "demandeLe",
    ${jourParis(sql`d.repondu_le`)} as "reponduLe", n.texte, d.statut_propose as propose, d.decision
  from demandes_nouvelles d
    join fiches f on f.collectivite_id = d.collectivite_id and f.id = d.fiche_id and f.supprime_le is null
    left join personnes p on p.collectivite_id = d.collectivite_id and p.id = d.personne_id
    left join structures st on st.collectivite_id = d.collectivite_id and st.id = d.structure_id
    left join nouvelles n on n.collectivite_id = d.collectivite_id and n.id = d.nouvelle_id and n.supprime_le is null
  where d.collectivite_id = ${collectiviteId} and ${condition}
  order by d.statut_propose is not null and d.decision is null desc, d.repondu_le is null desc, coalesce(d.repondu_le, d.demande_le) desc limit ${limite}`

/** The requests of the territory: those whose status waits to be accepted, those that wait for an answer, the last answers. 300 at most. One statement. */
export const lireDemandes = async (db: Tx, { collectiviteId }: Perimetre): Promise<DemandeSuivie[]> =>
  (await db.execute(suivies(collectiviteId, sql`true`, 300))) as unknown as DemandeSuivie[]

/** What of these is still in suspense about one action: no answer yet, or a status to accept. One statement. */
export const lireDemandesDeFiche = async (db: Tx, { collectiviteId }: Perimetre, ficheId: string): Promise<DemandeSuivie[]> =>
  (await db.execute(
    suivies(
      collectiviteId,
      sql`d.fiche_id = ${ficheId} and (d.repondu_le is null or (d.statut_propose is not null and d.decision is null))`,
      20
    )
  )) as unknown as DemandeSuivie[]

/** What is asked of somebody (`d` is a request) and what she answered these thirty days, as JSON. */
export const demandesEnJson = (
  dontCeuxDe: SQL
): SQL => sql`(select coalesce(json_agg(json_build_object('id', d.id, 'ficheId', f.id, 'titre', f.titre, 'statut', f.statut, 'mot', d.mot, 'demandeLe', ${jourParis(sql`d.demande_le`)},
          'reponduLe', ${jourParis(sql`d.repondu_le`)}, 'texte', n.texte, 'propose', d.statut_propose, 'decision', d.decision,
          'derniere', (select json_build_object('date', a.date, 'texte', a.texte) from nouvelles a where a.collectivite_id = d.collectivite_id and a.fiche_id = f.id
            and a.supprime_le is null and a.id is distinct from d.nouvelle_id order by ${dernierJourCouvert(sql`a.date`)} desc, a.cree_le desc limit 1))
          order by d.repondu_le is not null, f.titre, d.id), '[]')
        from demandes_nouvelles d
          join fiches f on f.collectivite_id = d.collectivite_id and f.id = d.fiche_id and f.supprime_le is null
          left join nouvelles n on n.collectivite_id = d.collectivite_id and n.id = d.nouvelle_id and n.supprime_le is null
        where ${dontCeuxDe}
          and (d.repondu_le is null or d.repondu_le > now() - interval '30 days'))`

/** What is asked of who received a letter, and what she answered these thirty days; null when there is no such letter. One statement. */
export async function demandesDe(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  envoiId: string
): Promise<DemandesRecues | null> {
  const [lues] = (await db.execute(sql`
    select coalesce(p.nom, st.nom) as nom, e.personne_id as "personneId", e.structure_id as "structureId", c.nom as territoire,
      coalesce(p.courriels, st.courriels) as courriels,
      (select count(*)::int from envois d where d.collectivite_id = e.collectivite_id and ${sollicite('d')}
        and (d.personne_id = e.personne_id or d.structure_id = e.structure_id)) as sollicitations,
      (select k.courriel from adhesions d join comptes k on k.id = d.compte_id where d.collectivite_id = e.collectivite_id and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination,
      ${demandesEnJson(sql`d.collectivite_id = e.collectivite_id and (d.personne_id = e.personne_id or d.structure_id = e.structure_id)`)} as demandes
    from envois e join collectivites c on c.id = e.collectivite_id
      left join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
      left join structures st on st.collectivite_id = e.collectivite_id and st.id = e.structure_id
    where e.collectivite_id = ${collectiviteId} and e.id = ${envoiId}`)) as unknown as DemandesRecues[]
  return lues ?? null
}
