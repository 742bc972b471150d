import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { RoleIntervenant } from '#domaines/actions/schema/mots.ts'
import type { Reponse, RoleSiege } from '#domaines/instances/schema.ts'
import type { Origine } from '#domaines/partenaires/schema/provenances.ts'
import type { NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'

/** All that the product holds on one person, in the order in which she would ask. */
export type Savoir = {
  nom: string
  courriel: string | null
  telephone: string | null
  courriels: Courriels
  creeLe: string
  territoire: string
  coordination: string | null
  provenance: { sorte: Origine; par: string | null; precision: string | null } | null
  fonctions: { structure: string; intitule: string | null; debut: DateFloue | null; fin: DateFloue | null }[]
  sieges: { instance: string; role: RoleSiege; qualite: string | null }[]
  actions: { titre: string; role: RoleIntervenant; detail: string | null }[]
  seances: { instance: string; jour: string; reponse: Reponse | null; remplacant: string | null; venue: boolean }[]
  taches: { texte: string; echeance: string | null; faiteLe: string | null; instance: string; jour: string }[]
  nouvelles: { action: string; demandeeLe: string; repondueLe: string | null; texte: string | null }[]
  envois: { nature: NatureEnvoi; combien: number; dernier: string }[]
  ambassades: { quartier: string; accordLe: DateFloue; debut: DateFloue | null; fin: DateFloue | null }[]
  interets: string[]
  signatures: { contrat: string; qualite: string | null; signeLe: string | null }[]
  autres: { quoi: AutreTrace; texte: string | null; quand: DateFloue | null }[]
}

/** What is held besides, each in a line. */
export type AutreTrace =
  | 'correction'
  | 'accord'
  | 'accord_fin'
  | 'passation'
  | 'echange'
  | 'charte'
  | 'rencontres'
  | 'rencontres_contact'
  | 'amenees'
  | 'agenda'
  | 'effacement'

/** All that is held on a person of the territory, put aside or not; null when she is not of it, or was erased. One statement (R-122). */
export async function lireSavoir(db: Tx, { collectiviteId }: Perimetre, personneId: string): Promise<Savoir | null> {
  const ici = (alias: string) => sql`${sql.identifier(alias)}.collectivite_id = ${collectiviteId}`
  const elle = (alias: string) => sql`${ici(alias)} and ${sql.identifier(alias)}.personne_id = ${personneId}`
  const leJour = (colonne: string) => sql`to_char(${sql.raw(colonne)} at time zone 'Europe/Paris', 'YYYY-MM-DD')`
  const liste = (contenu: ReturnType<typeof sql>, suite: ReturnType<typeof sql>) =>
    sql`(select coalesce(json_agg(${contenu}), '[]') from (${suite}) x)`
  const [lu] = (await db.execute(sql`
    select p.nom, p.courriel, p.telephone, p.courriels, p.cree_le as "creeLe", k.nom as territoire,
      (select m.courriel from adhesions d join comptes m on m.id = d.compte_id where ${ici('d')} and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination,
      (select json_build_object('sorte', o.sorte, 'par', coalesce(op.nom, os.nom), 'precision', o.precision) from provenances o
        left join personnes op on ${ici('op')} and op.id = o.par_personne_id left join structures os on ${ici('os')} and os.id = o.par_structure_id
        where ${elle('o')}) as provenance,
      ${liste(
        sql`json_build_object('structure', nom, 'intitule', intitule, 'debut', debut, 'fin', fin)`,
        sql`select s.nom, f.intitule, f.debut, f.fin from fonctions f join structures s on ${ici('s')} and s.id = f.structure_id
          where ${elle('f')} order by f.fin is not null, f.debut desc nulls last, s.nom`
      )} as fonctions,
      ${liste(
        sql`json_build_object('instance', nom, 'role', role, 'qualite', qualite)`,
        sql`select n.nom, g.role, g.qualite from sieges g join instances n on ${ici('n')} and n.id = g.instance_id and n.supprime_le is null where ${elle('g')} order by n.nom, g.role`
      )} as sieges,
      ${liste(
        sql`json_build_object('titre', titre, 'role', role, 'detail', detail)`,
        sql`select f.titre, i.role, i.detail from intervenants i join fiches f on ${ici('f')} and f.id = i.fiche_id and f.supprime_le is null where ${elle('i')} order by f.titre, i.role`
      )} as actions,
      ${liste(
        sql`json_build_object('instance', nom, 'jour', jour, 'reponse', reponse, 'remplacant', remplacant, 'venue', venue)`,
        sql`select n.nom, s.jour, i.reponse, i.remplacant, e.id is not null as venue from seances s join instances n on ${ici('n')} and n.id = s.instance_id
          left join invitations i on ${elle('i')} and i.seance_id = s.id left join emargements e on ${elle('e')} and e.seance_id = s.id
          where ${ici('s')} and s.supprime_le is null and (i.id is not null or e.id is not null) order by s.jour desc, n.nom`
      )} as seances,
      ${liste(
        sql`json_build_object('texte', texte, 'echeance', echeance, 'faiteLe', faite_le, 'instance', nom, 'jour', jour)`,
        sql`select t.texte, t.echeance, t.faite_le, n.nom, s.jour from taches t join seances s on ${ici('s')} and s.id = t.seance_id
          join instances n on ${ici('n')} and n.id = s.instance_id where ${elle('t')} order by s.jour desc, t.cree_le`
      )} as taches,
      ${liste(
        sql`json_build_object('action', titre, 'demandeeLe', demande_le, 'repondueLe', repondu_le, 'texte', texte)`,
        sql`select f.titre, d.demande_le, d.repondu_le, v.texte from demandes_nouvelles d join fiches f on ${ici('f')} and f.id = d.fiche_id
          left join nouvelles v on ${ici('v')} and v.id = d.nouvelle_id where ${elle('d')} order by d.demande_le desc, f.titre`
      )} as nouvelles,
      ${liste(
        sql`json_build_object('nature', nature, 'combien', combien, 'dernier', dernier)`,
        sql`select e.nature, count(*)::int as combien, max(e.cree_le) as dernier from envois e where ${elle('e')} group by e.nature order by e.nature`
      )} as envois,
      ${liste(
        sql`json_build_object('quartier', nom, 'accordLe', accord_le, 'debut', debut, 'fin', fin)`,
        sql`select q.nom, a.accord_le, a.debut, a.fin from ambassadeurs a join quartiers q on ${ici('q')} and q.id = a.quartier_id where ${elle('a')} and a.supprime_le is null order by q.nom`
      )} as ambassades,
      ${liste(sql`nom`, sql`select n.nom from interets z join instances n on ${ici('n')} and n.id = z.instance_id where ${elle('z')} order by n.nom`)} as interets,
      ${liste(
        sql`json_build_object('contrat', intitule, 'qualite', qualite, 'signeLe', signe_le)`,
        sql`select c.intitule, g.qualite, g.signe_le from signataires g join contrats c on ${ici('c')} and c.id = g.contrat_id where ${elle('g')} and g.supprime_le is null order by c.intitule`
      )} as signatures,
      ${liste(
        sql`json_build_object('quoi', quoi, 'texte', texte, 'quand', quand)`,
        sql`select * from (
          select 'correction' as quoi, c.texte, ${leJour('c.cree_le')} as quand from corrections c where ${elle('c')}
          union all select 'accord', array_to_string(v.pour, ' '), v.accord_le from volontaires v where ${elle('v')} and v.supprime_le is null
          union all select 'accord_fin', null, coalesce(v.accord_retire_le, v.jusqu_au) from volontaires v where ${elle('v')} and v.supprime_le is null
          union all select 'passation', concat_ws(' : ', s.nom, n.texte), ${leJour('n.cree_le')} from passations n join structures s on ${ici('s')} and s.id = n.structure_id
            where ${elle('n')} and n.supprime_le is null
          union all select 'echange', h.titre, h.depuis from echanges h where ${elle('h')} and h.supprime_le is null
          union all select 'charte', s.nom, r.annee::text from chartes r join structures s on ${ici('s')} and s.id = r.structure_id
            where ${ici('r')} and ${personneId} in (r.contact_id, r.infirmier_id) and r.supprime_le is null
          union all select 'rencontres', n.nom, s.jour from rencontres_participants m join seances s on ${ici('s')} and s.id = m.seance_id
            join instances n on ${ici('n')} and n.id = s.instance_id where ${elle('m')}
          -- both agreed and a letter left: who has her contact is told to her, who did not agree is not
          union all select distinct 'rencontres_contact', coalesce(p2.nom, s2.nom), s.jour from rencontres_participants m
            join rencontres_paires q on ${ici('q')} and m.id in (q.un_id, q.autre_id) and q.un_accepte and q.autre_accepte
            join rencontres_participants o on ${ici('o')} and o.id in (q.un_id, q.autre_id) and o.id <> m.id
            join seances s on ${ici('s')} and s.id = m.seance_id
            left join personnes p2 on ${ici('p2')} and p2.id = o.personne_id left join structures s2 on ${ici('s2')} and s2.id = o.structure_id
            where ${elle('m')} and exists (select 1 from rencontres_lettres l where ${ici('l')} and l.participant_id in (m.id, o.id))
          union all select 'amenees', count(*)::text, null from provenances a where ${ici('a')} and a.par_personne_id = ${personneId} having count(*) > 0
          union all select 'agenda', null, ${leJour('b.renouvele_le')} from abonnements b where ${elle('b')} and b.supprime_le is null
          union all select 'effacement', null, ${leJour('d.demande_le')} from effacements d where ${elle('d')} and d.motif = 'demande') y
          order by quoi, quand desc nulls last, texte`
      )} as autres
    from personnes p join collectivites k on k.id = p.collectivite_id
    where p.collectivite_id = ${collectiviteId} and p.id = ${personneId}
      and not exists (select 1 from effacements f where ${elle('f')} and f.fait_le is not null)`)) as unknown as Savoir[]
  return lu ?? null
}
