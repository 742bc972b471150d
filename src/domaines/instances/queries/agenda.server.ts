import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Portee, SeanceALAgenda } from '../schema/agenda.ts'

// when it was before its last move, of those that people were told of: the history knows
const ANCIENNE = sql`(select json_build_object('jour', c.avant ->> 'jour', 'heure', c.avant ->> 'heure') from changements c
  where c.collectivite_id = s.collectivite_id and c.racine_id = s.id and c.objet_table = 'seances' and c.objet_id = s.id and c.avant is not null and c.apres is not null
    and s.convoquee_le is not null and c.survenu_le > s.convoquee_le
    and (c.avant ->> 'jour', c.avant ->> 'heure') is distinct from (c.apres ->> 'jour', c.apres ->> 'heure') order by c.id desc limit 1)`
const MODIFIEE = sql`(select coalesce(max(c.survenu_le), s.cree_le) from changements c
  where c.collectivite_id = s.collectivite_id and c.racine_id = s.id and c.objet_table = 'seances' and c.objet_id = s.id)`

/** Meetings in their order as JSON, those that `lesquelles` keeps: `s` is the meeting, `n` its body. */
const seancesEnJson = (
  lesquelles: SQL
) => sql`(select coalesce(json_agg(json_build_object('id', s.id, 'instanceId', n.id, 'instance', n.nom, 'objet', s.objet,
    'jour', s.jour, 'heure', s.heure, 'duree', s.duree, 'lieu', s.lieu, 'version', s.version, 'annulee', s.annulee_le is not null,
    'motifAnnulation', s.motif_annulation, 'exemple', s.exemple or n.exemple, 'ancienne', ${ANCIENNE}, 'modifieeLe', ${MODIFIEE})
    order by s.jour, s.heure nulls first, n.nom), '[]')
  from seances s join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
  where s.collectivite_id = c.id and s.supprime_le is null and ${lesquelles})`

export type AbonnementLu = {
  id: string
  portee: Portee
  /** the body or the person that it follows; null of all the meetings */
  nom: string | null
  renouveleLe: string
}
export type AgendaLu = {
  instances: { id: string; nom: string }[]
  /** those who were invited to a meeting, whom one may follow */
  personnes: { id: string; nom: string }[]
  seances: SeanceALAgenda[]
  abonnements: AbonnementLu[]
}

/** The meetings of all the bodies between two days, or of one body, and what this member follows from her calendar. One statement. */
export async function lireAgenda(
  db: Tx,
  { collectiviteId }: Perimetre,
  { compteId, de, avant, instance }: { compteId: string; de: string; avant: string; instance: string | null }
): Promise<AgendaLu> {
  const [lu] = (await db.execute(sql`
    select (select coalesce(json_agg(json_build_object('id', i.id, 'nom', i.nom) order by i.cle_nom), '[]') from instances i
        where i.collectivite_id = c.id and i.supprime_le is null) as instances,
      (select coalesce(json_agg(json_build_object('id', p.id, 'nom', p.nom) order by p.cle_nom, p.id), '[]') from personnes p
        where p.collectivite_id = c.id and p.supprime_le is null
          and exists (select 1 from invitations i where i.collectivite_id = p.collectivite_id and i.personne_id = p.id)) as personnes,
      ${seancesEnJson(sql`s.jour >= ${de} and s.jour < ${avant} and ${instance ? sql`n.id = ${instance}` : sql`true`}`)} as seances,
      (select coalesce(json_agg(json_build_object('id', a.id, 'portee', a.portee, 'nom', coalesce(i.nom, p.nom), 'renouveleLe', a.renouvele_le)
          order by a.portee = 'personne', a.portee = 'instance', coalesce(i.nom, p.nom)), '[]')
        from abonnements a left join instances i on i.collectivite_id = a.collectivite_id and i.id = a.instance_id
          left join personnes p on p.collectivite_id = a.collectivite_id and p.id = a.personne_id
        where a.collectivite_id = c.id and a.compte_id = ${compteId} and a.supprime_le is null) as abonnements
    from collectivites c where c.id = ${collectiviteId}`)) as unknown as AgendaLu[]
  return lu!
}

export type Flux = { territoire: string; slug: string; portee: Portee; nom: string | null; seances: SeanceALAgenda[] }

/**
 * What an address of the agenda gives: the meetings of the last year and all those to come. Null once its subscription was stopped, when its
 * member left the territory, or when what it follows was taken away, the person herself too when it is hers. One statement.
 */
export async function lireFlux(db: Tx, collectiviteId: string, id: string, depuis: string): Promise<Flux | null> {
  const [lu] = (await db.execute(sql`
    select c.nom as territoire, c.slug, a.portee, coalesce(i.nom, p.nom) as nom,
      ${seancesEnJson(sql`s.jour >= ${depuis} and case a.portee when 'territoire' then true when 'instance' then n.id = a.instance_id
        else exists (select 1 from invitations v where v.collectivite_id = s.collectivite_id and v.seance_id = s.id and v.personne_id = a.personne_id) end`)} as seances
    from abonnements a
      join collectivites c on c.id = a.collectivite_id
      left join adhesions m on m.collectivite_id = a.collectivite_id and m.compte_id = a.compte_id and m.supprime_le is null
      left join instances i on i.collectivite_id = a.collectivite_id and i.id = a.instance_id and i.supprime_le is null
      left join personnes p on p.collectivite_id = a.collectivite_id and p.id = a.personne_id and p.supprime_le is null
    where a.collectivite_id = ${collectiviteId} and a.id = ${id} and a.supprime_le is null and (a.compte_id is null or m.id is not null)
      and (a.portee = 'territoire' or i.id is not null or p.id is not null)`)) as unknown as Flux[]
  return lu ?? null
}
