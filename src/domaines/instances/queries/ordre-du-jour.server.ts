import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Statut } from '#domaines/actions/schema/mots.ts'
import type { Technique, TempsSeance, NatureInstance } from '../schema.ts'
import { renduEnvoye } from './envoi-du-rendu.server.ts'

export type Point = {
  id: string
  temps: TempsSeance
  intitule: string
  minutes: number | null
  structureId: string | null
  structure: string | null
  technique: Technique | null
  detail: string | null
  /** the meeting after which it was asked for (R-096) */
  demande: { seanceId: string; jour: string } | null
}

export type SeanceOuverte = {
  id: string
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  capacite: number | null
  objet: string | null
  annuleeLe: string | null
  motifAnnulation: string | null
  exemple: boolean
  supprimeLe: string | null
  /** the questions that were opened for it, when nobody closed them */
  questions: { cle: string; fermeLe: string } | null
  /** its minutes: validated, sent */
  valide: boolean
  envoye: boolean
  instanceId: string
  instance: string
  nature: NatureInstance
  axeId: string | null
  axe: string | null
  contratId: string | null
  points: Point[]
  /** the other meetings of the body, to know since when to follow up */
  autres: { jour: string; annulee: boolean }[]
}

/** One meeting with its body and its agenda, put aside or not; null when it is not of this territory. One statement. */
export async function lireSeance(db: Tx, { collectiviteId }: Perimetre, id: string): Promise<SeanceOuverte | null> {
  const [lue] = (await db.execute(sql`
    select s.id, s.jour, s.heure, s.duree, s.lieu, s.capacite, s.objet, s.annulee_le as "annuleeLe",
      s.motif_annulation as "motifAnnulation", s.exemple, coalesce(s.supprime_le, i.supprime_le) as "supprimeLe", i.id as "instanceId", i.nom as instance,
      exists (select 1 from comptes_rendus r where r.collectivite_id = s.collectivite_id and r.seance_id = s.id and r.valide_le is not null) as valide,
      ${renduEnvoye(sql`s`)} as envoye,
      (select json_build_object('cle', q.cle_reponse, 'fermeLe', q.ferme_le) from interrogations x
        join questionnaires q on q.collectivite_id = x.collectivite_id and q.id = x.questionnaire_id and q.arrete_le is null
        where x.collectivite_id = s.collectivite_id and x.seance_id = s.id) as questions,
      i.nature, a.id as "axeId", a.intitule as axe, a.contrat_id as "contratId",
      (select coalesce(json_agg(json_build_object('id', p.id, 'temps', p.temps, 'intitule', p.intitule, 'minutes', p.minutes,
          'structureId', p.structure_id, 'structure', st.nom, 'technique', p.technique, 'detail', p.detail,
          'demande', case when o.id is not null then json_build_object('seanceId', o.id, 'jour', o.jour) end) order by p.rang), '[]')
        from points p left join structures st on st.collectivite_id = p.collectivite_id and st.id = p.structure_id
          left join attentes t on t.collectivite_id = p.collectivite_id and t.id = p.attente_id
          left join seances o on o.collectivite_id = t.collectivite_id and o.id = t.seance_id
        where p.collectivite_id = s.collectivite_id and p.seance_id = s.id) as points,
      (select coalesce(json_agg(json_build_object('jour', o.jour, 'annulee', o.annulee_le is not null)), '[]')
        from seances o where o.collectivite_id = s.collectivite_id and o.instance_id = s.instance_id and o.id <> s.id and o.supprime_le is null) as autres
    from seances s
      join instances i on i.collectivite_id = s.collectivite_id and i.id = s.instance_id
      left join axes a on a.collectivite_id = i.collectivite_id and a.id = i.axe_id
    where s.collectivite_id = ${collectiviteId} and s.id = ${id}`)) as unknown as SeanceOuverte[]
  return lue ?? null
}

export type ActionSuivie = {
  id: string
  titre: string
  statut: Statut | null
  nouvelles: { date: string; texte: string; source: string | null }[]
}

/**
 * The actions under a theme, with what was told of them since a day, the latest first: the first part of an agenda fills itself (R-119).
 * Those of which something was heard come first. Two hundred at most. One statement.
 */
export async function actionsASuivre(
  db: Tx,
  { collectiviteId }: Perimetre,
  axeId: string,
  depuis: string
): Promise<ActionSuivie[]> {
  return (await db.execute(sql`
    with recursive sous as (
      select id from axes where collectivite_id = ${collectiviteId} and id = ${axeId}
      union all select a.id from axes a join sous on a.parent_id = sous.id where a.collectivite_id = ${collectiviteId} and a.supprime_le is null)
    select * from (select f.id, f.titre, f.statut, f.cle_titre,
      (select coalesce(json_agg(json_build_object('date', n.date, 'texte', n.texte, 'source', n.source) order by n.date desc, n.id desc), '[]')
        from nouvelles n where n.collectivite_id = f.collectivite_id and n.fiche_id = f.id and n.supprime_le is null and n.date >= ${depuis}) as nouvelles
      from fiches f
      where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and exists (
        select 1 from places p where p.collectivite_id = f.collectivite_id and p.fiche_id = f.id and p.jusque is null
          and p.axe_id in (select id from sous))) t
    order by json_array_length(nouvelles) = 0, cle_titre limit 200`)) as unknown as ActionSuivie[]
}

export type TourDeStructure = {
  id: string
  nom: string
  interne: boolean
  derniere: string | null
  derniereSeance: string | null
  prochaine: string | null
  prochaineSeance: string | null
  /** the body of the meeting that the dates link to */
  instanceId: string | null
}

/** Every structure with when it presented itself and when it is due to, those that never did first (R-095). One statement. */
export async function tourDesPresentations(db: Tx, { collectiviteId }: Perimetre, jour: string): Promise<TourDeStructure[]> {
  return (await db.execute(sql`
    with dites as (
      select p.structure_id, s.id, s.jour, s.instance_id from points p
        join seances s on s.collectivite_id = p.collectivite_id and s.id = p.seance_id and s.supprime_le is null and s.annulee_le is null
      where p.collectivite_id = ${collectiviteId} and p.structure_id is not null and p.temps = 'presentation'),
    passees as (select distinct on (structure_id) * from dites where jour < ${jour} order by structure_id, jour desc),
    prevues as (select distinct on (structure_id) * from dites where jour >= ${jour} order by structure_id, jour)
    select st.id, st.nom, st.interne, d.jour as derniere, d.id as "derniereSeance", v.jour as prochaine, v.id as "prochaineSeance",
      coalesce(v.instance_id, d.instance_id) as "instanceId"
    from structures st left join passees d on d.structure_id = st.id left join prevues v on v.structure_id = st.id
    where st.collectivite_id = ${collectiviteId} and st.supprime_le is null
    order by d.jour is not null or v.jour is not null, v.jour, d.jour, st.cle_nom`)) as unknown as TourDeStructure[]
}

/** The meeting where an action was born, to go back to it (R-077); null when it came otherwise. One statement. */
export async function seanceDeNaissance(
  db: Tx,
  { collectiviteId }: Perimetre,
  ficheId: string
): Promise<{ id: string; instanceId: string; instance: string; jour: string } | null> {
  const [lue] = (await db.execute(sql`
    select s.id, n.id as "instanceId", n.nom as instance, s.jour from naissances b
      join seances s on s.collectivite_id = b.collectivite_id and s.id = b.seance_id and s.supprime_le is null
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id
    where b.collectivite_id = ${collectiviteId} and b.fiche_id = ${ficheId}`)) as unknown as {
    id: string
    instanceId: string
    instance: string
    jour: string
  }[]
  return lue ?? null
}
