import { sql, type SQL } from 'drizzle-orm'
import type { Reponse, ReponseDatee } from '../schema.ts'

/** A meeting to come to which a person is invited, with what she answered. */
export type InvitationSienne = {
  id: string
  instance: string
  objet: string | null
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  annulee: boolean
  motifAnnulation: string | null
  exemple: boolean
  reponse: Reponse | null
  remplacant: string | null
  /** answered before the day or the hour changed: asked again */
  aConfirmer: boolean
  capacite: number | null
  /** every answer, where chairs are counted; none elsewhere */
  reponses: ReponseDatee[]
}

/** The invitations of the person `p` from a day on, as JSON, the nearest first. */
export const sesInvitations = (
  jour: string
): SQL => sql`(select coalesce(json_agg(json_build_object('id', i.id, 'instance', n.nom, 'objet', s.objet,
    'jour', s.jour, 'heure', s.heure, 'duree', s.duree, 'lieu', s.lieu, 'annulee', s.annulee_le is not null, 'motifAnnulation', s.motif_annulation,
    'exemple', s.exemple, 'reponse', i.reponse, 'remplacant', i.remplacant, 'aConfirmer', i.a_confirmer, 'capacite', s.capacite,
    'reponses', (select coalesce(json_agg(json_build_object('id', a.id, 'reponse', a.reponse, 'reponduLe', a.repondu_le)), '[]') from invitations a
      where a.collectivite_id = s.collectivite_id and a.seance_id = s.id and s.capacite is not null)) order by s.jour, s.heure nulls first, i.id), '[]')
  from invitations i
    join seances s on s.collectivite_id = i.collectivite_id and s.id = i.seance_id and s.supprime_le is null
    join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
  where i.collectivite_id = p.collectivite_id and i.personne_id = p.id and s.jour >= ${jour})`

export type CompteRenduRecu = { seanceId: string; instance: string; jour: string }

/** The minutes that were sent to the person `p` these twelve months, as JSON, the last meeting first; those being corrected are not there. */
export const SES_COMPTES_RENDUS = sql`(select coalesce(json_agg(json_build_object('seanceId', x.id, 'instance', x.nom, 'jour', x.jour) order by x.jour desc, x.id), '[]')
  from (select distinct s.id, n.nom, s.jour from envois e
      join seances s on s.collectivite_id = e.collectivite_id and s.id = e.objet_id and s.supprime_le is null
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
      join comptes_rendus r on r.collectivite_id = s.collectivite_id and r.seance_id = s.id and r.valide_le is not null
    where e.collectivite_id = p.collectivite_id and e.personne_id = p.id and e.nature = 'compte_rendu' and e.cree_le > now() - interval '12 months') x)`

/** Questions that may still be answered, by the link that everybody has: nobody knows who did. */
export type QuestionsOuvertes = { cle: string; instance: string; jour: string; fermeLe: string }

/** Those of the meetings that the person `p` was invited to, on a day, as JSON. */
export const sesQuestions = (
  jour: string
): SQL => sql`(select coalesce(json_agg(json_build_object('cle', q.cle_reponse, 'instance', n.nom, 'jour', s.jour, 'fermeLe', q.ferme_le) order by s.jour desc, s.id), '[]')
  from invitations i
    join seances s on s.collectivite_id = i.collectivite_id and s.id = i.seance_id and s.supprime_le is null and s.annulee_le is null
    join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
    join interrogations x on x.collectivite_id = s.collectivite_id and x.seance_id = s.id
    join questionnaires q on q.collectivite_id = x.collectivite_id and q.id = x.questionnaire_id and q.arrete_le is null and q.ferme_le >= ${jour}
  where i.collectivite_id = p.collectivite_id and i.personne_id = p.id)`

/** Since when the person `p` has a calendar address of her own; null when she has none. */
export const SON_AGENDA = sql`(select max(b.renouvele_le) from abonnements b
  where b.collectivite_id = p.collectivite_id and b.personne_id = p.id and b.compte_id is null and b.supprime_le is null)`
