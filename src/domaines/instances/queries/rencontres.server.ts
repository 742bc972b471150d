import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { EtatEnvoi } from '#domaines/partenaires/schema/envois.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { Reponse } from '../schema.ts'
import type { RaisonDeConnaitre } from '../schema/rencontres.ts'

export type Inscrit = {
  id: string
  numero: number
  personneId: string | null
  structureId: string | null
  present: boolean
  nom: string
  structure: string | null
  secteur: string | null
  /** what she is in that structure, when the directory says so */
  fonction: string | null
  courriel: string | null
  telephone: string | null
  /** what she accepts to receive */
  courriels: Courriels
}

export type PaireLue = {
  id: string
  tour: number
  rang: number
  unId: string
  autreId: string | null
  connus: RaisonDeConnaitre | null
  promesse: string | null
  tenueLe: string | null
  unAccepte: boolean
  autreAccepte: boolean
}

/** Someone invited to the meeting, as express meetings may count her in; `structureId` is what she comes for. */
export type InviteeAInscrire = {
  id: string
  personneId: string | null
  structureId: string | null
  nom: string
  structure: string | null
  reponse: Reponse | null
  remplacant: string | null
  reponduLe: string | null
  /** noted present at the meeting */
  venu: boolean
}

export type RencontresLues = {
  /** null until rounds were composed */
  minutes: number | null
  /** how many sit together: two, or up to six at a table; null likewise */
  parTable: number | null
  composeesLe: string | null
  inscrits: Inscrit[]
  paires: PaireLue[]
  invites: InviteeAInscrire[]
  /** people of the directory who came without being invited */
  enPlus: InviteeAInscrire[]
  /** the participants to whom the contacts of those they met were sent, and where each letter is; null when it was left out at the last moment */
  lettres: { participantId: string; etat: EtatEnvoi | null }[]
}

/** The structure that each person belongs to now, her first function that lasts. */
const MAISON = sql`(select f.structure_id from fonctions f where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fin is null order by f.debut, f.id limit 1)`

/** The express meetings of a meeting: who takes part, the rounds, and who was invited to it. One statement. */
export async function lireRencontres(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  seanceId: string
): Promise<RencontresLues> {
  const [lues] = (await db.execute(sql`
    select r.minutes, r.par_table as "parTable", r.composees_le as "composeesLe",
      (select coalesce(json_agg(json_build_object('id', g.id, 'numero', g.numero, 'personneId', g.personne_id, 'structureId', g.structure_id,
          'present', g.present, 'nom', coalesce(p.nom, st.nom), 'structure', st.nom, 'secteur', coalesce(st.categorie, st.type),
          'courriel', case when p.id is null then st.courriel when p.supprime_le is null then p.courriel end,
          'telephone', case when p.id is null then st.telephone when p.supprime_le is null then p.telephone end, 'courriels', coalesce(p.courriels, st.courriels),
          'fonction', (select f.intitule from fonctions f where f.collectivite_id = g.collectivite_id and f.personne_id = g.personne_id and f.structure_id = g.structure_id
            and f.fin is null and f.intitule is not null order by f.debut, f.id limit 1)) order by g.numero), '[]')
        from rencontres_participants g
          left join personnes p on p.collectivite_id = g.collectivite_id and p.id = g.personne_id
          left join structures st on st.collectivite_id = g.collectivite_id and st.id = g.structure_id
        where g.collectivite_id = s.collectivite_id and g.seance_id = s.id) as inscrits,
      (select coalesce(json_agg(json_build_object('id', d.id, 'tour', d.tour, 'rang', d.rang, 'unId', d.un_id, 'autreId', d.autre_id, 'connus', d.connus,
          'promesse', d.promesse, 'tenueLe', d.tenue_le, 'unAccepte', d.un_accepte, 'autreAccepte', d.autre_accepte) order by d.tour, d.rang, u.numero, v.numero), '[]')
        from rencontres_paires d
          join rencontres_participants u on u.collectivite_id = d.collectivite_id and u.id = d.un_id
          left join rencontres_participants v on v.collectivite_id = d.collectivite_id and v.id = d.autre_id
        where d.collectivite_id = s.collectivite_id and d.seance_id = s.id) as paires,
      (select coalesce(json_agg(json_build_object('id', i.id, 'personneId', i.personne_id, 'structureId', h.id, 'nom', coalesce(p.nom, h.nom),
          'structure', h.nom, 'reponse', i.reponse, 'remplacant', i.remplacant, 'reponduLe', i.repondu_le,
          'venu', exists (select 1 from emargements e where e.collectivite_id = i.collectivite_id and e.seance_id = i.seance_id and (e.invitation_id = i.id or e.personne_id = i.personne_id))) order by coalesce(p.nom, h.nom)), '[]')
        from invitations i
          left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
          left join structures h on h.collectivite_id = i.collectivite_id and h.id = coalesce(i.structure_id, ${MAISON})
        where i.collectivite_id = s.collectivite_id and i.seance_id = s.id) as invites,
      (select coalesce(json_agg(json_build_object('id', e.id, 'personneId', e.personne_id, 'structureId', h.id, 'nom', p.nom, 'structure', h.nom,
          'reponse', null, 'remplacant', null, 'reponduLe', null, 'venu', true) order by p.nom), '[]')
        from emargements e
          join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
          left join structures h on h.collectivite_id = e.collectivite_id and h.id = coalesce(e.structure_id, ${MAISON})
        where e.collectivite_id = s.collectivite_id and e.seance_id = s.id and e.invitation_id is null
          and not exists (select 1 from invitations i where i.collectivite_id = e.collectivite_id and i.seance_id = e.seance_id and i.personne_id = e.personne_id)) as "enPlus",
      (select coalesce(json_agg(json_build_object('participantId', l.participant_id, 'etat', e.etat) order by g.numero), '[]') from rencontres_lettres l
          join rencontres_participants g on g.collectivite_id = l.collectivite_id and g.id = l.participant_id
          left join envois e on e.collectivite_id = l.collectivite_id and e.objet_id = l.seance_id and e.nature = 'contacts'
            and (e.personne_id = g.personne_id or (g.personne_id is null and e.structure_id = g.structure_id))
        where l.collectivite_id = s.collectivite_id and l.seance_id = s.id) as lettres
    from seances s left join rencontres r on r.collectivite_id = s.collectivite_id and r.seance_id = s.id
    where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId}`)) as unknown as RencontresLues[]
  return lues!
}

/** Of which meeting express meetings are, as what is printed or written of them names it. */
export type SeanceNommee = {
  instance: string
  instanceId: string
  jour: string
  heure: string | null
  exemple: boolean
  territoire: string
  /** the address of who coordinates */
  coordination: string | null
}

/** How a meeting is named in what leaves the product; null when it is not of this territory, or put aside. One statement. */
export async function nommerSeance(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  seanceId: string
): Promise<SeanceNommee | null> {
  const [lue] = (await db.execute(sql`
    select n.nom as instance, n.id as "instanceId", s.jour, s.heure, s.exemple, c.nom as territoire,
      (select k.courriel from adhesions d join comptes k on k.id = d.compte_id where d.collectivite_id = s.collectivite_id and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination
    from seances s join collectivites c on c.id = s.collectivite_id
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
    where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId} and s.supprime_le is null`)) as unknown as SeanceNommee[]
  return lue ?? null
}

/**
 * Which of those who take part know each other already, and why: one structure, a seat in the same body, both came to the same past meeting
 * (or said so, where nobody was noted), or express meetings before. Each pair once. One statement.
 */
export async function quiSeConnait(
  db: Tx,
  { collectiviteId }: Perimetre,
  seanceId: string
): Promise<{ un: string; autre: string; raison: RaisonDeConnaitre }[]> {
  return (await db.execute(sql`
    with gens as (select id, personne_id, structure_id from rencontres_participants where collectivite_id = ${collectiviteId} and seance_id = ${seanceId} and present),
    maisons as (
      select id, structure_id from gens where structure_id is not null
      union select g.id, f.structure_id from gens g join fonctions f on f.collectivite_id = ${collectiviteId} and f.personne_id = g.personne_id and f.fin is null),
    bancs as (
      select distinct g.id, x.instance_id from gens g join sieges x on x.collectivite_id = ${collectiviteId} and x.personne_id = g.personne_id
        join instances n on n.collectivite_id = x.collectivite_id and n.id = x.instance_id and n.supprime_le is null),
    venues as (
      select g.id, i.seance_id from gens g join invitations i on i.collectivite_id = ${collectiviteId} and i.personne_id = g.personne_id and i.reponse = 'vient'
        join seances s on s.collectivite_id = i.collectivite_id and s.id = i.seance_id and s.supprime_le is null and s.annulee_le is null
        join seances celle on celle.collectivite_id = s.collectivite_id and celle.id = ${seanceId} and s.jour < celle.jour
      where not exists (select 1 from emargements e where e.collectivite_id = s.collectivite_id and e.seance_id = s.id)
      union
      select g.id, e.seance_id from gens g join emargements e on e.collectivite_id = ${collectiviteId} and e.personne_id = g.personne_id and e.seance_id <> ${seanceId}),
    vues as (
      select g.id, p.id as paire from gens g
        join rencontres_participants q on q.collectivite_id = ${collectiviteId} and q.personne_id = g.personne_id and q.seance_id <> ${seanceId}
        join rencontres_paires p on p.collectivite_id = q.collectivite_id and q.id in (p.un_id, p.autre_id)),
    dites as (
      select a.id as un, b.id as autre, 1 as ordre, 'structure' as raison from maisons a join maisons b on b.structure_id = a.structure_id and a.id < b.id
      union all select a.id, b.id, 2, 'instance' from bancs a join bancs b on b.instance_id = a.instance_id and a.id < b.id
      union all select a.id, b.id, 3, 'rencontre' from vues a join vues b on b.paire = a.paire and a.id < b.id
      union all select a.id, b.id, 4, 'seance' from venues a join venues b on b.seance_id = a.seance_id and a.id < b.id)
    select distinct on (un, autre) un, autre, raison from dites order by un, autre, ordre`)) as unknown as {
    un: string
    autre: string
    raison: RaisonDeConnaitre
  }[]
}

/** The structure that each of these people belongs to now. */
export async function maisonsDe(
  db: Tx,
  { collectiviteId }: Perimetre,
  personnes: readonly string[]
): Promise<Map<string, string>> {
  if (personnes.length === 0) return new Map()
  const lues = (await db.execute(sql`
    select p.id, ${MAISON} as maison from personnes p
    where p.collectivite_id = ${collectiviteId} and p.id in ${personnes}`)) as unknown as { id: string; maison: string | null }[]
  return new Map(lues.flatMap(({ id, maison }) => (maison ? [[id, maison] as const] : [])))
}
