import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { accepteUneLettre } from '#domaines/partenaires/queries/courriels.server.ts'
import { sollicite } from '#domaines/partenaires/queries/sollicitations.server.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { Tache, TachesDUnePersonne } from '../schema/suites.ts'

export type TacheSuivie = Tache & {
  seanceId: string
  instanceId: string
  instance: string
  jour: string
  rappeleLe: string | null
  /** whether a reminder may leave for who promised it */
  rappelable: boolean
}

/** The tasks of the territory: those still open, the nearest first, then what was done lately. Two hundred at most. One statement. */
export async function lireTaches(db: Tx, { collectiviteId }: Perimetre): Promise<TacheSuivie[]> {
  return (await db.execute(sql`
    select t.id, t.texte, t.personne_id as "personneId", p.nom as personne, t.echeance, t.faite_le as "faiteLe", t.rappele_le as "rappeleLe", p.courriel is not null and ${accepteUneLettre(sql`t.collectivite_id`, sql`t.personne_id`)} as rappelable,
      s.id as "seanceId", s.jour, n.id as "instanceId", n.nom as instance
    from taches t
      join seances s on s.collectivite_id = t.collectivite_id and s.id = t.seance_id and s.supprime_le is null
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id
      left join personnes p on p.collectivite_id = t.collectivite_id and p.id = t.personne_id
    where t.collectivite_id = ${collectiviteId}
    order by t.faite_le is not null, t.faite_le desc, t.echeance nulls last, t.cree_le limit 200`)) as unknown as TacheSuivie[]
}

/** The tasks of the person `p` as JSON: what she has still to do, then what she did these thirty days. */
export const SES_TACHES = sql`(select coalesce(json_agg(json_build_object('id', t.id, 'texte', t.texte, 'personneId', t.personne_id, 'personne', p.nom, 'echeance', t.echeance,
          'faiteLe', t.faite_le, 'instance', n.nom, 'jour', s.jour) order by t.faite_le is not null, t.echeance nulls last, t.cree_le, t.id), '[]')
        from taches t
          join seances s on s.collectivite_id = t.collectivite_id and s.id = t.seance_id and s.supprime_le is null
          join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
        where t.collectivite_id = p.collectivite_id and t.personne_id = p.id and (t.faite_le is null or t.faite_le > now() - interval '30 days'))`

/** What one person promised and has still to do, or did these thirty days; null when she is not of this territory. One statement. */
export async function tachesDe(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  personneId: string
): Promise<TachesDUnePersonne | null> {
  const [lue] = (await db.execute(sql`
    select p.id as "personneId", p.nom, p.courriels, c.nom as territoire,
      (select count(*)::int from envois d where d.collectivite_id = p.collectivite_id and d.personne_id = p.id and ${sollicite('d')}) as sollicitations,
      (select k.courriel from adhesions d join comptes k on k.id = d.compte_id where d.collectivite_id = p.collectivite_id and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination,
      ${SES_TACHES} as taches
    from personnes p join collectivites c on c.id = p.collectivite_id
    where p.collectivite_id = ${collectiviteId} and p.id = ${personneId} and p.supprime_le is null`)) as unknown as TachesDUnePersonne[]
  return lue ?? null
}

export type Destinataire = {
  personneId: string | null
  structureId: string | null
  seanceId: string
  nom: string
  territoire: string
  courriels: Courriels
  sollicitations: number
  coordination: string | null
}

/** To whom a letter went, and about which meeting; null when there is no such letter. One statement. */
export async function lireDestinataire(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  envoiId: string
): Promise<Destinataire | null> {
  const [lu] = (await db.execute(sql`
    select e.personne_id as "personneId", e.structure_id as "structureId", e.objet_id as "seanceId", coalesce(p.nom, st.nom) as nom, c.nom as territoire,
      coalesce(p.courriels, st.courriels) as courriels,
      (select count(*)::int from envois d where d.collectivite_id = e.collectivite_id and ${sollicite('d')}
        and (d.personne_id = e.personne_id or d.structure_id = e.structure_id)) as sollicitations,
      (select k.courriel from adhesions d join comptes k on k.id = d.compte_id where d.collectivite_id = e.collectivite_id and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination
    from envois e join collectivites c on c.id = e.collectivite_id
      left join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
      left join structures st on st.collectivite_id = e.collectivite_id and st.id = e.structure_id
    where e.collectivite_id = ${collectiviteId} and e.id = ${envoiId}`)) as unknown as Destinataire[]
  return lu ?? null
}
