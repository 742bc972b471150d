import { sql, type SQL } from 'drizzle-orm'
import { accepteDEtreSollicite } from '#domaines/partenaires/queries/courriels.server.ts'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { estHabitante, peutEtreSollicitee } from '#domaines/partenaires/queries/volontaires.server.ts'
import { maisonsChargees, sollicite } from '#domaines/partenaires/queries/sollicitations.server.ts'
import type { CourrierGarde } from '#domaines/partenaires/queries/boites.server.ts'
import type { FauteDeReleve } from '#domaines/partenaires/schema/boites.ts'
import type { EtatEnvoi, MaisonChargee, NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { sInteresse } from './interets.server.ts'
import type { InvitationLue } from '../schema/invitations.ts'
import type { PublicSeance, Reponse } from '../schema.ts'

export type AInviter = {
  personneId: string | null
  structureId: string | null
  nom: string
  courriel: string
  /** how many times they were asked something over twelve months (R-129) */
  sollicitations: number
  /** she said that this theme interests her: it puts her first, and leaves nobody out (R-092) */
  interesse: boolean
  /** who else has this address: one letter leaves, in the name of the first (R-091) */
  aussi: string[]
}

/** Whom a public holds: a condition on the person `p`, and on the house `st` where nobody is named. */
const CHOIX: Record<PublicSeance, (instanceId: string) => { personne: SQL; structure: SQL }> = {
  // residents who volunteered are no partners: they are invited where they sit, by their name, while they agree to it (R-134)
  tous: () => ({ personne: sql`not ${estHabitante(sql`p`)}`, structure: sql`true` }),
  interne: () => ({
    personne: sql`exists (select 1 from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id and s.interne
      where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fin is null)`,
    structure: sql`st.interne`
  }),
  sieges: (instanceId) => ({
    personne: sql`${peutEtreSollicitee(sql`p`, 'groupe', sql`to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD')`)} and (exists (select 1 from sieges g where g.collectivite_id = p.collectivite_id and g.instance_id = ${instanceId} and g.personne_id = p.id)
      or exists (select 1 from sieges g join fonctions f on f.collectivite_id = g.collectivite_id and f.structure_id = g.structure_id and f.fin is null
        where g.collectivite_id = p.collectivite_id and g.instance_id = ${instanceId} and g.personne_id is null and f.personne_id = p.id))`,
    structure: sql`exists (select 1 from sieges g where g.collectivite_id = st.collectivite_id and g.instance_id = ${instanceId} and g.structure_id = st.id)`
  })
}

/**
 * Who would receive an invitation and has none yet: the people who have an address and accept letters, and the houses where no one does. Each
 * address once. One statement (R-090, R-091).
 */
export async function aInviter(
  db: Tx,
  { collectiviteId }: Perimetre,
  seanceId: string,
  instanceId: string,
  choix: PublicSeance
): Promise<AInviter[]> {
  const { personne, structure } = CHOIX[choix](instanceId)
  return (await db.execute(sql`
    with gens as (
      select p.id as "personneId", null::uuid as "structureId", p.nom, lower(p.courriel) as courriel, 0 as rang from personnes p
      where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.courriel is not null and ${accepteDEtreSollicite(sql`p.collectivite_id`, sql`p.id`, sql`null::uuid`)} and ${personne}
      union all
      select null, st.id, st.nom, lower(st.courriel), 1 from structures st
      where st.collectivite_id = ${collectiviteId} and st.supprime_le is null and st.courriel is not null and st.courriels = 'tous' and ${structure}
        and not exists (select 1 from fonctions f join personnes p on p.collectivite_id = f.collectivite_id and p.id = f.personne_id
          where f.collectivite_id = st.collectivite_id and f.structure_id = st.id and f.fin is null and p.supprime_le is null and p.courriel is not null)),
    demandes as (
      select coalesce(personne_id, structure_id) as qui, count(*)::int as nombre from envois e
      where e.collectivite_id = ${collectiviteId} and ${sollicite()} group by 1),
    uniques as (
      select distinct on (courriel) gens.* from gens
      where not exists (select 1 from invitations i where i.collectivite_id = ${collectiviteId} and i.seance_id = ${seanceId}
        and (i.personne_id = gens."personneId" or i.structure_id = gens."structureId" or ${adresseDuJour('i')} = gens.courriel))
      order by courriel, rang, nom)
    select * from (select u."personneId", u."structureId", u.nom, u.courriel,
        (select coalesce(json_agg(g.nom order by g.nom), '[]') from gens g where g.courriel = u.courriel and coalesce(g."personneId", g."structureId") <> coalesce(u."personneId", u."structureId")) as aussi, coalesce(d.nombre, 0) as sollicitations,
        ${sInteresse(sql`u."personneId" and z.collectivite_id = ${collectiviteId}`, sql`${instanceId}`)} as interesse
      from uniques u left join demandes d on d.qui = coalesce(u."personneId", u."structureId")) x
    order by interesse desc, nom`)) as unknown as AInviter[]
}

export type Invite = {
  id: string
  personneId: string | null
  structureId: string | null
  nom: string
  structure: string | null
  courriel: string
  reponse: Reponse | null
  remplacant: string | null
  reponduLe: string | null
  /** the day or the hour changed since */
  aConfirmer: boolean
  /** whether a reminder may leave for them (R-122) */
  relancable: boolean
  /** how many times they were asked something over twelve months (R-129) */
  sollicitations: number
  /** as in `AInviter` */
  interesse: boolean
  /** people of the directory who have this address, and no invitation of their own */
  aussi: string[]
}

export type Suspens = { id: string; nature: NatureEnvoi; etat: EtatEnvoi; nom: string; courriel: string; motif: string | null }

export type Convocation = {
  convoqueeLe: string | null
  /** when the latest reminder left */
  relanceeLe: string | null
  invites: Invite[]
  /** how many letters are in each state */
  envois: Partial<Record<EtatEnvoi, number>>
  /** those that a person must decide of, named; and those that a server is late to take */
  suspens: Suspens[]
  /** why letters wait, when the mail server does not answer */
  empechement: string | null
  /** how many times the territory means to ask one person something over twelve months; null when it has not said (R-129) */
  seuil: number | null
  /** the houses asked that often with all their people, by the number that the territory means for a house */
  maisons: MaisonChargee[]
  /** the mailbox where calendars answer and refusals come back; null when the territory gives none */
  boite: { adresse: string; releveeLe: string; faute: FauteDeReleve | null } | null
  /** what came to it about this meeting and waits for someone */
  courriers: CourrierGarde[]
}

/** The invitations to a meeting, their answers and where their letters are. One statement. */
export async function lireConvocation(db: Tx, { collectiviteId }: Perimetre, seanceId: string): Promise<Convocation> {
  const [lue] = (await db.execute(sql`
    with demandes as (
      select coalesce(personne_id, structure_id) as qui, count(*)::int as nombre from envois e
      where e.collectivite_id = ${collectiviteId} and ${sollicite()} group by 1),
    memes as (select lower(a.courriel) as courriel, json_agg(a.nom order by a.cle_nom) as aussi from personnes a
      where a.collectivite_id = ${collectiviteId} and a.supprime_le is null and a.courriel is not null and not ${estHabitante(sql`a`)}
        and not exists (select 1 from invitations x where x.collectivite_id = a.collectivite_id and x.seance_id = ${seanceId} and x.personne_id = a.id) group by 1),
    siens as (select e.*, coalesce(p.nom, st.nom) as nom from envois e
      left join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
      left join structures st on st.collectivite_id = e.collectivite_id and st.id = e.structure_id
      where e.collectivite_id = ${collectiviteId} and e.objet_id = ${seanceId})
    select s.convoquee_le as "convoqueeLe", (select max(cree_le) from siens where nature = 'rappel') as "relanceeLe",
      (select coalesce(json_agg(json_build_object('id', i.id, 'personneId', i.personne_id, 'structureId', i.structure_id, 'nom', coalesce(p.nom, st.nom),
          'structure', (select string_agg(h.nom, ', ' order by h.nom) from fonctions f join structures h on h.collectivite_id = f.collectivite_id and h.id = f.structure_id
            where f.collectivite_id = i.collectivite_id and f.personne_id = i.personne_id and f.fin is null),
          'courriel', ${adresseDuJour('i')}, 'reponse', i.reponse, 'remplacant', i.remplacant, 'reponduLe', i.repondu_le, 'aConfirmer', i.a_confirmer, 'aussi', coalesce(m.aussi, '[]'::json), 'sollicitations', coalesce(d.nombre, 0), 'interesse', y.oui,
          'relancable', ${accepteDEtreSollicite(sql`i.collectivite_id`, sql`i.personne_id`, sql`i.structure_id`)}) order by y.oui desc, coalesce(p.nom, st.nom)), '[]')
        from invitations i cross join lateral (select ${sInteresse(sql`i.personne_id and z.collectivite_id = i.collectivite_id`, sql`s.instance_id`)} as oui) y left join demandes d on d.qui = coalesce(i.personne_id, i.structure_id) left join memes m on m.courriel = lower(i.courriel) left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
          left join structures st on st.collectivite_id = i.collectivite_id and st.id = i.structure_id
        where i.collectivite_id = s.collectivite_id and i.seance_id = s.id) as invites,
      (select coalesce(json_object_agg(etat, n), '{}') from (select etat, count(*)::int as n from siens group by etat) x) as envois,
      (select coalesce(json_agg(json_build_object('id', id, 'nature', nature, 'etat', etat, 'nom', nom, 'courriel', courriel, 'motif', motif) order by nom), '[]')
        from siens where etat in ('doute', 'refuse') or (etat = 'parti' and motif is not null and remis_le > now() - interval '5 days')) as suspens,
      (select motif from siens where etat = 'pret' and motif is not null limit 1) as empechement,
      (select json_build_object('adresse', b.adresse, 'releveeLe', b.relevee_le, 'faute', b.faute) from boites b where b.collectivite_id = s.collectivite_id) as boite,
      (select coalesce(json_agg(json_build_object('id', c.id, 'raison', c.raison, 'objetId', c.objet_id, 'nom', c.nom, 'courriel', c.courriel, 'sujet', c.sujet,
          'reponse', c.reponse, 'remplacant', c.remplacant, 'recuLe', c.recu_le) order by c.recu_le desc), '[]')
        from courriers c where c.collectivite_id = s.collectivite_id and c.objet_id = s.id) as courriers,
      (select k.seuil_sollicitations from collectivites k where k.id = s.collectivite_id) as seuil, ${maisonsChargees(sql`${collectiviteId}`)} as maisons
    from seances s where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId}`)) as unknown as Convocation[]
  return lue!
}

/** An invitation as its page and its letter say it, by its id or by whom it is for; null when there is none. One statement. */
export async function lireInvitation(
  db: Tx,
  collectiviteId: string,
  laquelle: { id: string } | { seanceId: string; personneId: string | null; structureId: string | null }
): Promise<InvitationLue | null> {
  const celle =
    'id' in laquelle
      ? sql`i.id = ${laquelle.id}`
      : sql`i.seance_id = ${laquelle.seanceId} and ${laquelle.personneId ? sql`i.personne_id = ${laquelle.personneId}` : sql`i.structure_id = ${laquelle.structureId}`}`
  const [lue] = (await db.execute(sql`
    select i.id, i.seance_id as "seanceId", coalesce(p.nom, st.nom) as nom, i.personne_id as "personneId", i.structure_id as "structureId", coalesce(p.courriels, st.courriels) as courriels,
      i.reponse, i.remplacant, i.repondu_le as "reponduLe", i.a_confirmer as "aConfirmer", c.nom as territoire, n.nom as instance, n.mission, s.jour, s.heure, s.duree, s.lieu, s.capacite,
      s.objet, s.annulee_le is not null as annulee, s.motif_annulation as "motifAnnulation", s.version, s.exemple,
      exists (select 1 from envois a where a.collectivite_id = s.collectivite_id and a.objet_id = s.id and a.nature = 'annulation' and a.etat = 'parti'
        and (a.personne_id = i.personne_id or a.structure_id = i.structure_id)
        and not exists (select 1 from envois m where m.collectivite_id = s.collectivite_id and m.objet_id = s.id and m.nature = 'mise_a_jour' and m.etat = 'parti'
          and m.courriel = a.courriel and m.cree_le > a.cree_le)) as "diteAnnulee",
      (select coalesce(json_agg(json_build_object('temps', o.temps, 'intitule', o.intitule, 'structure', t.nom, 'detail', o.detail) order by o.rang), '[]')
        from points o left join structures t on t.collectivite_id = o.collectivite_id and t.id = o.structure_id
        where o.collectivite_id = s.collectivite_id and o.seance_id = s.id) as points,
      (select json_agg(json_build_object('id', a.id, 'reponse', a.reponse, 'reponduLe', a.repondu_le)) from invitations a
        where a.collectivite_id = s.collectivite_id and a.seance_id = s.id) as reponses,
      (select b.adresse from boites b where b.collectivite_id = i.collectivite_id) as boite,
      (select count(*)::int from envois e where e.collectivite_id = i.collectivite_id and ${sollicite()}
        and (e.personne_id = i.personne_id or e.structure_id = i.structure_id)) as sollicitations,
      (select k.courriel from adhesions d join comptes k on k.id = d.compte_id where d.collectivite_id = i.collectivite_id and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination
    from invitations i
      join seances s on s.collectivite_id = i.collectivite_id and s.id = i.seance_id and s.supprime_le is null
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
      join collectivites c on c.id = i.collectivite_id
      left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      left join structures st on st.collectivite_id = i.collectivite_id and st.id = i.structure_id
    where i.collectivite_id = ${collectiviteId} and ${celle}`)) as unknown as InvitationLue[]
  return lue ?? null
}

/** Whether a letter about a meeting was asked for the person, or the house, of an invitation since an instant. */
export async function aRecuDepuis(
  db: Tx,
  { collectiviteId }: Perimetre,
  { seanceId, personneId, structureId }: { seanceId: string; personneId: string | null; structureId: string | null },
  depuis: Date
): Promise<boolean> {
  const elle = personneId ? sql`personne_id = ${personneId}` : sql`structure_id = ${structureId}`
  const [un] = (await db.execute(sql`select 1 as un from envois
    where collectivite_id = ${collectiviteId} and objet_id = ${seanceId} and ${elle} and cree_le > ${depuis.toISOString()} limit 1`)) as unknown as {
    un: number
  }[]
  return un !== undefined
}
